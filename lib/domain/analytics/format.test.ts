import { describe, expect, it } from "vitest";
import { averageOver, extremesOf, nowTitle, occupancyOf } from "./format";

const none = { total: 0, free: 0, reserved: 0, occupied: 0, cleaning: 0, outOfService: 0, closed: 0 };
const still = {
  beds: none,
  ambulances: { total: 0, available: 0, onCall: 0, outOfService: 0 },
  requests: { beds: 0, ambulances: 0, invitations: 0 },
  visits: 0,
  waiting: 0,
};

describe("the title of the Now page", () => {
  it("names what is most urgent first, and nothing the hospital doesn't have", () => {
    expect(nowTitle(still)).toBe("No appointments today");
    expect(nowTitle({ ...still, visits: 1 })).toBe("1 appointment today, no one waiting");
    expect(nowTitle({ ...still, visits: 12, waiting: 3 })).toBe("3 patients waiting, 12 appointments today");
    const beds = { ...none, total: 112, free: 14 };
    expect(nowTitle({ ...still, beds, visits: 12 })).toBe("14 of 112 beds free");
    expect(nowTitle({ ...still, beds, waiting: 1, requests: { ...still.requests, ambulances: 2 } })).toBe(
      "2 ambulance calls open, 1 patient waiting, 14 of 112 beds free",
    );
  });
});

describe("summaries over time", () => {
  it("weigh each stretch by its length", () => {
    const points = [
      { start: "2026-01-01T00:00:00Z", end: "2026-01-02T00:00:00Z", taken: 10 },
      { start: "2026-01-02T00:00:00Z", end: "2026-01-02T08:00:00Z", taken: 30 },
    ];
    expect(averageOver(points, ({ taken }) => taken)).toBe(15);
    expect(averageOver([], () => 1)).toBeNull();
    expect(extremesOf(points, ({ taken }) => taken)).toEqual({ most: points[1], least: points[0] });
    expect(extremesOf([], () => 1)).toBeUndefined();
  });

  it("have no occupancy without beds", () => {
    expect(occupancyOf({ total: 0, occupied: 0 })).toBeNull();
    expect(occupancyOf({ total: 4, occupied: 3 })).toBe(0.75);
  });
});
