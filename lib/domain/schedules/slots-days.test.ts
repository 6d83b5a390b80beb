import { describe, expect, it } from "vitest";
import { localDateAt, startOfLocalDate } from "./slots-days";

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
