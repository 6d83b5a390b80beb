import { describe, expect, it } from "vitest";
import { gapNow } from "./gap";

const input = {
  timeZone: "Asia/Kathmandu",
  now: "2026-11-26T04:25:40Z", // 10:10:40 there, a Thursday
  rules: [{ weekday: 4 as const, start: "09:00", end: "12:00" }],
  exceptions: [],
  slotMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  bookings: [] as { start: string; end: string; status?: string }[],
};
const visit = (from: string, to: string, status?: string) => ({
  start: `2026-11-26T${from}:00Z`,
  end: `2026-11-26T${to}:00Z`,
  ...(status ? { status } : {}),
});

describe("the gap that starts now", () => {
  it("starts this minute, off the grid, and lasts as long as a slot", () => {
    expect(gapNow(input, 10)).toEqual({ start: "2026-11-26T04:25:00Z", end: "2026-11-26T04:55:00Z" });
  });

  it("ends where the next booking's buffers begin, or with the hours", () => {
    const bookings = [visit("04:45", "05:15")];
    expect(gapNow({ ...input, bookings }, 10)?.end).toBe("2026-11-26T04:45:00Z");
    expect(gapNow({ ...input, bookings, bufferBeforeMinutes: 5, bufferAfterMinutes: 3 }, 10)?.end).toBe(
      "2026-11-26T04:37:00Z",
    );
    expect(gapNow({ ...input, now: "2026-11-26T06:00:00Z" }, 10)).toEqual({
      start: "2026-11-26T06:00:00Z",
      end: "2026-11-26T06:15:00Z",
    });
  });

  it("is none when too little time is left, in a booking or its buffers, or outside the hours", () => {
    expect(gapNow({ ...input, bookings: [visit("04:34", "05:00")] }, 10)).toBeNull();
    expect(gapNow({ ...input, bookings: [visit("04:00", "04:30")] }, 10)).toBeNull();
    expect(gapNow({ ...input, bookings: [visit("04:00", "04:20")], bufferAfterMinutes: 10 }, 10)).toBeNull();
    expect(gapNow({ ...input, now: "2026-11-26T03:00:00Z" }, 10)).toBeNull();
    expect(gapNow({ ...input, now: "2026-11-26T06:15:00Z" }, 10)).toBeNull();
    expect(gapNow({ ...input, exceptions: [{ kind: "block", date: "2026-11-26", intervals: null }] }, 10)).toBeNull();
  });

  it("uses the time of a cancelled booking, and short slots as they are", () => {
    expect(gapNow({ ...input, bookings: [visit("04:15", "04:45", "NO_SHOW")] }, 10)?.end).toBe("2026-11-26T04:55:00Z");
    expect(gapNow({ ...input, slotMinutes: 5 }, 10)).toEqual({
      start: "2026-11-26T04:25:00Z",
      end: "2026-11-26T04:30:00Z",
    });
  });
});
