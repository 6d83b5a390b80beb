import { describe, expect, it } from "vitest";
import { canHandOver, canMoveBirthday, daysToMajority, majorityOn } from "./rules";

describe("the majority", () => {
  it("is the 18th birthday, and 1 March for those born on 29 February", () => {
    expect(["2010-11-28", "2008-02-29", "2010-02-28", "2010-03-01", "2009-12-31"].map(majorityOn)).toEqual([
      "2028-11-28",
      "2026-03-01",
      "2028-02-28",
      "2028-03-01",
      "2027-12-31",
    ]);
  });

  it("is announced in the sixty days before it", () => {
    const days = (today: string) => daysToMajority("2008-11-28", today);
    expect([days("2026-09-28"), days("2026-09-29"), days("2026-11-27")]).toEqual([null, 60, 1]);
    expect([days("2026-11-28"), daysToMajority(null, "2026-11-27")]).toEqual([null, null]);
  });

  it("lets a parent hand over from the 16th birthday until the day before the 18th", () => {
    const can = (today: string) => canHandOver("2008-11-28", today);
    expect([can("2024-11-27"), can("2024-11-28"), can("2026-11-27"), can("2026-11-28")]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(canHandOver(null, "2026-11-27")).toBe(false);
  });
});

it("lets a date of birth move to an earlier day at any time, and to a later one for 30 days", () => {
  const now = new Date("2026-11-28T12:00:00Z");
  const can = (daysAgo: number, to: string, bornOn: string | null = "2015-06-15") =>
    canMoveBirthday({ bornOn, createdAt: new Date(now.getTime() - daysAgo * 86_400_000) }, to, now);
  expect([can(29, "2016-01-01"), can(30, "2016-01-01"), can(900, "2015-06-14"), can(900, "2015-06-15")]).toEqual([
    true,
    false,
    true,
    true,
  ]);
  expect(can(900, "2016-01-01", null)).toBe(true);
});
