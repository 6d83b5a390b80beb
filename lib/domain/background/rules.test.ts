import { describe, expect, it } from "vitest";
import { firstDayOf, hasBegun, isBeforeBirth, isPartialDate } from "./rules";

describe("since when", () => {
  it("is a year, a month or a day that exists, from 1900 on", () => {
    expect(["2019", "2019-05", "2019-05-17", "2024-02-29", "1900"].filter((text) => !isPartialDate(text))).toEqual([]);
    const wrong = ["", "19", "1899", "2019-13", "2019-5", "2019-02-30", "2023-02-29", "2019-05-17T00", "since 2019"];
    expect(wrong.filter(isPartialDate)).toEqual([]);
  });

  it("may be today anywhere on earth, and no later", () => {
    const now = new Date("2026-12-31T12:00:00Z");
    expect(["2026", "2027", "2026-12", "2027-01", "2027-01-01"].every((date) => hasBegun(date, now))).toBe(true);
    expect(["2028", "2027-02", "2027-01-02"].some((date) => hasBegun(date, now))).toBe(false);
  });

  it("is not before the birth, as exact as it is known", () => {
    const born = new Date("2010-06-15");
    expect(["2010", "2010-06", "2010-06-15", "2011"].some((date) => isBeforeBirth(date, born))).toBe(false);
    expect(["2009", "2010-05", "2010-06-14"].every((date) => isBeforeBirth(date, born))).toBe(true);
    expect(isBeforeBirth("1950", null)).toBe(false);
  });

  it("begins with its first day", () => {
    expect(["2019", "2019-05", "2019-05-17"].map((date) => firstDayOf(date).toISOString().slice(0, 10))).toEqual([
      "2019-01-01",
      "2019-05-01",
      "2019-05-17",
    ]);
  });
});
