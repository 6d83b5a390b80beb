import { describe, expect, it } from "vitest";
import { telHref, isDialable, isPhone, showPhone } from "./phone";
import { countryOfZone, readPhone, readChangedPhone } from "./read-phone";

describe("a phone number", () => {
  it.each([
    ["\u202a+49 170 1234567\u202c", null, "+491701234567"],
    ["+49\u00a030\u2011901820", null, "+4930901820"],
    ["＋４９　３０　９０１８２０", null, "+4930901820"],
    ["0049 (30) 9018-20", null, "+4930901820"],
    ["٠٣٠ ٩٠١٨٢٠", "DE", "+4930901820"],
    ["030 901820", "DE", "+4930901820"],
    ["030 901820", null, "030 901820"],
    ["011 49 30 901820", "US", "+4930901820"],
    ["+1 (212) 555-0140 ext. 12", null, "+12125550140;ext=12"],
    ["+12125550140;ext=12", "DE", "+12125550140;ext=12"],
    ["+39 06 1234567", "DE", "+39061234567"],
    ["112", "DE", "112"],
    ["+49 1", "DE", "+49 1"],
    ["call me", "DE", "call me"],
  ])("typed as %j in %s is stored as %s", (typed, country, kept) => {
    expect(readPhone(typed, country)).toBe(kept);
    // Reading is idempotent.
    expect(readPhone(kept, country)).toBe(kept);
  });

  it.each([
    ["+491701234567", "+49 170 123 4567", "tel:+491701234567"],
    ["+12125550140;ext=12", "+1 212 555 0140 ext. 12", "tel:+12125550140;ext=12"],
    ["+97715550100", "+977 155 501 00", "tel:+97715550100"],
    ["+49 30 23125 100", "+49 30 23125 100", "tel:+493023125100"],
    ["030 901820", "030 901820", "tel:030901820"],
  ])("%s is shown as %s and dialled as %s", (kept, shown, href) => {
    expect([showPhone(kept), telHref(kept), telHref(shown)]).toEqual([shown, href, href]);
  });

  it("keeps its spelling when the same number is typed again", () => {
    expect(readChangedPhone("030 / 901820", "+49 30 901820", "DE")).toBe("+49 30 901820");
    expect(readChangedPhone("030 901821", "+49 30 901820", "DE")).toBe("+4930901821");
    expect(readChangedPhone("030 901820", null, "DE")).toBe("+4930901820");
  });

  it("is distinguished from other text", () => {
    expect(["+977 980-1234567", "(030) 123 45", "112 00", "+1 212 555 0140 x12"].map(isPhone)).toEqual(
      Array(4).fill(true),
    );
    expect(["12", "call me", "+", "1".repeat(21), "()()()()"].map(isPhone)).toEqual(Array(5).fill(false));
    expect(["+491701234567", "+49 (30) 555-12", "call me", "112"].map(isDialable)).toEqual([true, true, false, false]);
  });

  it("uses the country of the time zone, where there is one", () => {
    expect(["Asia/Kathmandu", "Europe/Berlin", "UTC", "__proto__"].map(countryOfZone)).toEqual([
      "NP",
      "DE",
      null,
      null,
    ]);
  });
});
