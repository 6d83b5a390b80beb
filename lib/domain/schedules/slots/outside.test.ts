import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/platform/errors/app-error";
import type { Hours } from "../slots";
import { outsideHours } from "./outside";

const hours: Hours = {
  timeZone: "Europe/Berlin",
  rules: [
    { weekday: 1, start: "09:00", end: "12:00" },
    { weekday: 1, start: "12:00", end: "14:00" },
    { weekday: 2, start: "22:00", end: "02:00" },
  ],
  exceptions: [{ kind: "block", date: "2026-06-08", intervals: null }],
};

/** Times of Berlin in June. */
const visit = (id: string, start: string, end: string, status?: string) => ({
  id,
  start: `2026-06-${start}:00+02:00`,
  end: `2026-06-${end}:00+02:00`,
  status,
});

const outside = (...bookings: ReturnType<typeof visit>[]) => outsideHours(bookings, hours).map((one) => one.id);

describe("outsideHours", () => {
  it("keeps a visit that lies wholly inside a merged opening, off the grid and up to its ends", () => {
    expect(
      outside(
        visit("whole", "01T09:00", "01T14:00"),
        visit("off the grid", "01T09:07", "01T09:19"),
        visit("across the seam", "01T11:45", "01T12:15"),
        visit("after midnight", "03T00:30", "03T02:00"),
      ),
    ).toEqual([]);
  });

  it("returns visits that start before, end after or miss the openings, in the order given", () => {
    expect(
      outside(
        visit("a day without hours", "04T09:00", "04T09:20"),
        visit("too early", "01T08:59", "01T09:20"),
        visit("inside", "01T10:00", "01T10:20"),
        visit("too late", "01T13:50", "01T14:01"),
        visit("a closed day", "08T10:00", "08T10:20"),
      ),
    ).toEqual(["a day without hours", "too early", "too late", "a closed day"]);
  });

  it("leaves out visits that no longer take place", () => {
    expect(outside(visit("cancelled", "04T09:00", "04T09:20", "CANCELLED"))).toEqual([]);
    expect(outside(visit("held", "04T09:00", "04T09:20", "HELD"))).toEqual(["held"]);
  });

  it("keeps visits at any time when the hours are around the clock", () => {
    const rules = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, start: "00:00", end: "24:00" }));
    const around = { timeZone: "Europe/Berlin", rules, exceptions: [] };
    expect(outsideHours([visit("midnight", "03T23:50", "04T00:10")], around)).toEqual([]);
  });

  it("refuses invalid hours and bookings, naming the field", () => {
    expect(() => outsideHours([], { ...hours, timeZone: "Mars/Olympus" })).toThrow(AppError);
    expect(() => outsideHours([{ start: "x", end: "y" }], hours)).toThrow(/bookings\.0\.start/);
  });
});
