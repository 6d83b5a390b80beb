import { describe, expect, it } from "vitest";
import { keptUntil } from "./kept-until";
import { cleaningText, leftText } from "./time-left";

const NOW = Date.parse("2026-11-03T09:00:00Z");
const later = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();

describe("the time a bed is kept", () => {
  it.each([
    [3 * 3600, "3 h left"],
    [35 * 60 + 20, "35 min left"],
    [20, "less than a minute left"],
    [0, "has expired"],
    [-60, "has expired"],
  ])("%i seconds before the end: %s", (seconds, text) => {
    expect(leftText(later(seconds), NOW)).toBe(text);
  });

  it("counts from the requested time, or from now when that has passed", () => {
    expect(keptUntil(later(7200), 4, NOW)).toBe(later(6 * 3600));
    expect(keptUntil(later(-7200), 4, NOW)).toBe(later(4 * 3600));
  });
});

describe("the time a cleaning still takes", () => {
  it.each([
    [12, "12 min left"],
    [0, "due now"],
    [-75, "1 h 15 min overdue"],
  ])("%i minutes: %s", (minutes, text) => {
    expect(cleaningText(minutes)).toBe(text);
  });
});
