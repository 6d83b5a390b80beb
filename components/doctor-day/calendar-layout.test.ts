import { describe, expect, it } from "vitest";
import type { VisitCard } from "@/lib/domain/appointments/output";
import { clockNamed } from "@/lib/platform/time/clock";
import { blockOn, hoursShown, nearestFree, placeVisits } from "./calendar-layout";

const BERLIN = clockNamed("Europe/Berlin");
const visit = (start: string, end: string) => ({ id: start, start, end }) as VisitCard;

describe("the calendar's columns", () => {
  it("cut a visit that runs past midnight at the day's edge, by the zone's clock", () => {
    const span = { start: "2026-11-23T21:00:00Z", end: "2026-11-24T01:00:00Z" };
    expect(blockOn(span, "2026-11-23", BERLIN)).toEqual({ from: 22 * 60, to: 1440 });
    expect(blockOn(span, "2026-11-24", BERLIN)).toEqual({ from: 0, to: 120 });
    expect(blockOn(span, "2026-11-25", BERLIN)).toBeNull();
  });

  it("leave out a day that a span only touches", () => {
    expect(
      blockOn({ start: "2026-11-23T20:00:00Z", end: "2026-11-24T00:00:00Z" }, "2026-11-24", clockNamed("UTC")),
    ).toBeNull();
  });

  it("place visits that overlap side by side, and others at full width", () => {
    const visits = [
      visit("2026-11-23T09:00:00Z", "2026-11-23T09:30:00Z"),
      visit("2026-11-23T09:15:00Z", "2026-11-23T09:45:00Z"),
      visit("2026-11-23T09:45:00Z", "2026-11-23T10:00:00Z"),
    ];
    expect(placeVisits(visits, "2026-11-23", clockNamed("UTC")).map(({ lane, lanes }) => [lane, lanes])).toEqual([
      [0, 2],
      [1, 2],
      [0, 1],
    ]);
  });

  it("show working hours, and more where there are visits outside them", () => {
    expect(hoursShown([])).toEqual({ first: 8, last: 18 });
    expect(hoursShown([{ from: 6 * 60 + 30, to: 20 * 60 + 10 }])).toEqual({ first: 6, last: 21 });
  });
});

it("picks the nearest free time when a visit is dropped, and none that is far away", () => {
  const free = [540, 570, 600].map((minutes) => ({
    start: `s${minutes}`,
    scheduleId: "s",
    date: "2026-11-23",
    minutes,
  }));
  expect(nearestFree(free, "2026-11-23", 556)?.start).toBe("s570");
  expect(nearestFree(free, "2026-11-23", 640)).toBeUndefined();
  expect(nearestFree(free, "2026-11-24", 540)).toBeUndefined();
});
