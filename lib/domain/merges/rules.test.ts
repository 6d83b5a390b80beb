import { describe, expect, it } from "vitest";
import { canTake, suggestedFields, suggestedSurvivor } from "./rules";
import type { Holder } from "./status";

const record = (over: { holder?: Holder; bornOn?: string | null; phone?: string | null; createdAt?: string } = {}) => ({
  id: over.holder ?? "NONE",
  name: "Mina",
  bornOn: null,
  phone: null,
  holder: "NONE" as const,
  createdAt: "2026-01-01T00:00:00.000Z",
  ...over,
});

describe("the surviving record", () => {
  const source = { ...record({ bornOn: "1984-03-05", phone: "+4930" }), name: "Mina Castellan" };

  it("takes over any value that differs and isn't empty, without an account", () => {
    const survivor = record({ bornOn: "1984-05-03" });
    expect((["name", "bornOn", "phone"] as const).map((field) => canTake(field, survivor, source))).toEqual([
      true,
      true,
      true,
    ]);
    expect(canTake("phone", source, survivor)).toBe(false);
    expect(canTake("name", source, source)).toBe(false);
  });

  it("keeps the name and the date of birth that an account has stated", () => {
    const fields = ["name", "bornOn", "phone"] as const;
    const takes = (survivor: ReturnType<typeof record>) => fields.filter((field) => canTake(field, survivor, source));
    expect(takes(record({ holder: "OWN", bornOn: "1984-05-03" }))).toEqual(["phone"]);
    expect(takes(record({ holder: "OTHERS" }))).toEqual(["bornOn", "phone"]);
  });

  it("is filled up by default, and never overwritten", () => {
    expect(suggestedFields(record({ phone: "+4931" }), source)).toEqual(["bornOn"]);
  });

  it("is the one with an account, with others' accounts, else the older one", () => {
    const [own, others, none] = [record({ holder: "OWN" }), record({ holder: "OTHERS" }), record()];
    expect([
      suggestedSurvivor([none, own]),
      suggestedSurvivor([others, own]),
      suggestedSurvivor([none, others]),
    ]).toEqual([own, own, others]);
    const younger = record({ createdAt: "2026-02-01T00:00:00.000Z" });
    expect(suggestedSurvivor([younger, none])).toBe(none);
  });
});
