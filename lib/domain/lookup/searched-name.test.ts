import { describe, expect, it } from "vitest";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { openName, sealName } from "./searched-name";

const [desk, other] = ["01890a5d-ac96-774b-bcce-b302099a8057", "01890a5d-ac96-774b-bcce-b302099a8058"].map(
  (userId) => ({ ...SYSTEM_ACTOR, userId }),
);

describe("a sealed name in an address", () => {
  it.each(["Lindqvist", "Ångström-Çelik", "山田 太郎", "n".repeat(120)])(
    "can be read by the person who searched: %s",
    (name) => {
      if (!desk) throw new Error("The test needs an account.");
      const sealed = sealName(desk, name);
      expect(sealed).toMatch(/^[\w-]+$/);
      expect(decodeURIComponent(sealed)).not.toContain(name);
      expect(openName(desk, sealed)).toBe(name);
    },
  );

  it("can't be read by anyone else, or after it was changed", () => {
    if (!desk || !other) throw new Error("The test needs two accounts.");
    const sealed = sealName(desk, "Lindqvist");
    expect(openName(other, sealed)).toBeUndefined();
    expect(openName(desk, `${sealed.startsWith("A") ? "B" : "A"}${sealed.slice(1)}`)).toBeUndefined();
    for (const wrong of ["", "Lindqvist", "AAAA"]) expect(openName(desk, wrong)).toBeUndefined();
  });
});
