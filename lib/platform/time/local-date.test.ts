import { describe, expect, it } from "vitest";
import { daysBetween, localDateAt, shiftDate, shiftMonths, startOfLocalDate } from "./local-date";

const now = new Date("2027-03-27T15:30:00Z");

describe("a place's own calendar", () => {
  it("knows the local date of an instant", () => {
    expect([localDateAt(now, "America/New_York"), localDateAt(now, "Pacific/Auckland")]).toEqual([
      "2027-03-27",
      "2027-03-28",
    ]);
  });
  it("starts a date at its first instant, also where midnight does not exist", () => {
    expect(startOfLocalDate("2026-09-06", "America/Santiago")).toEqual(new Date("2026-09-06T04:00:00Z"));
  });
});

describe("dates", () => {
  it("moves dates across the ends of months", () => {
    expect(shiftDate("2026-02-28", 1)).toBe("2026-03-01");
    expect(shiftDate("2027-01-01", -1)).toBe("2026-12-31");
  });
  it("moves by months to the same day, or to the last one of a shorter month", () => {
    expect([shiftMonths("2026-11-27", 1), shiftMonths("2026-11-27", 3)]).toEqual(["2026-12-27", "2027-02-27"]);
    expect([shiftMonths("2027-01-31", 1), shiftMonths("2028-01-31", 1)]).toEqual(["2027-02-28", "2028-02-29"]);
    expect(shiftMonths("2027-01-31", -2)).toBe("2026-11-30");
  });
  it("counts the days between two dates", () => {
    expect([daysBetween("2028-02-28", "2028-03-01"), daysBetween("2027-01-01", "2026-12-31")]).toEqual([2, -1]);
  });
});
