import { clockNamed } from "./clock";
import { describe, expect, it } from "vitest";
import { clockOf, instantAt, minutesOf, wallClock } from "./wall-clock";

describe("wall clock conversion", () => {
  it("reads an instant as the place's clock shows it", () => {
    expect(wallClock("2026-10-25T23:30:00Z", clockNamed("Europe/Berlin"))).toEqual({ date: "2026-10-26", minutes: 30 });
    expect(wallClock("2026-10-25T23:30:00Z", clockNamed("America/New_York"))).toEqual({
      date: "2026-10-25",
      minutes: 19 * 60 + 30,
    });
  });

  it.each(["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland", "UTC"])(
    "converts a local time in %s back to its instant",
    (zone) => {
      for (const date of ["2026-03-29", "2026-07-01", "2026-10-25", "2026-11-01"]) {
        const instant = instantAt(date, 14 * 60 + 20, clockNamed(zone));
        expect(wallClock(instant, clockNamed(zone))).toEqual({ date, minutes: 14 * 60 + 20 });
      }
    },
  );

  it("writes and reads times of day, including midnight at the end", () => {
    expect([clockOf(0), clockOf(545), clockOf(1440)]).toEqual(["00:00", "09:05", "24:00"]);
    expect(["00:00", "09:05", "24:00"].map(minutesOf)).toEqual([0, 545, 1440]);
  });
});
