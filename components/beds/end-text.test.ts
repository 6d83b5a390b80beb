import { describe, expect, it } from "vitest";
import { clockNamed } from "@/lib/platform/time/clock";
import { endOfDay, lastDate, lastMoment } from "./end-text";

const BERLIN = clockNamed("Europe/Berlin");

describe("the planned end of a stay", () => {
  it("is the midnight after its last day, in the hospital's zone", () => {
    expect(endOfDay("2026-11-06", BERLIN)).toBe("2026-11-06T23:00:00Z");
  });

  it("is shown as its last day, also when the clocks change that night", () => {
    for (const date of ["2026-11-06", "2026-10-24", "2026-10-25", "2026-03-29", "2026-12-31"]) {
      expect(lastDate(endOfDay(date, BERLIN), BERLIN)).toBe(date);
    }
  });

  it("within a day shows its time", () => {
    expect(lastMoment("2026-11-06T13:30:00Z", BERLIN)).toBe("2026-11-06T13:30:00Z");
  });
});
