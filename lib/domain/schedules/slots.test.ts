import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/platform/errors/app-error";
import { firstOpenSlot, openSlotAt, openSlots, type OpenSlotsInput, type Weekday } from "./slots";

const EVERY_DAY: Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Monday 2026-06-01 in UTC, 09:00–12:00, hourly; each test changes what it is about. */
function input(changes: Partial<OpenSlotsInput> = {}): OpenSlotsInput {
  return {
    timeZone: "UTC",
    now: "2026-01-01T00:00:00Z",
    rules: [{ weekday: 1, start: "09:00", end: "12:00" }],
    exceptions: [],
    slotMinutes: 60,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minNoticeMinutes: 0,
    bookings: [],
    window: { from: "2026-06-01T00:00:00Z", to: "2026-06-03T00:00:00Z" },
    ...changes,
  };
}

function starts(changes: Partial<OpenSlotsInput> = {}): string[] {
  return openSlots(input(changes)).map((slot) => slot.start.slice(8, 16));
}

function booked(start: string, end: string, status?: string) {
  return { start: `2026-06-${start}:00Z`, end: `2026-06-${end}:00Z`, status };
}

describe("openSlots", () => {
  it("returns UTC instants with seconds and Z", () => {
    expect(openSlots(input({ timeZone: "Asia/Kathmandu", slotMinutes: 90 }))).toEqual([
      { start: "2026-06-01T03:15:00Z", end: "2026-06-01T04:45:00Z" },
      { start: "2026-06-01T04:45:00Z", end: "2026-06-01T06:15:00Z" },
    ]);
  });

  it("convention 1: a time that does not exist moves later by the gap, one that exists twice is the earlier", () => {
    const berlin = (start: string, end: string, date: string) =>
      openSlots(
        input({
          timeZone: "Europe/Berlin",
          rules: [{ weekday: 7, start, end }],
          slotMinutes: 30,
          window: { from: `${date}T00:00:00Z`, to: `${date}T12:00:00Z` },
        }),
      ).map((slot) => slot.start);
    expect(berlin("02:30", "04:00", "2026-03-29")).toEqual(["2026-03-29T01:30:00Z"]);
    expect(berlin("02:30", "02:45", "2026-10-25")).toEqual([]);
    expect(berlin("02:00", "02:30", "2026-10-25")).toEqual(["2026-10-25T00:00:00Z"]);
  });

  it("convention 2: an end not after the start is on the next local date", () => {
    expect(starts({ rules: [{ weekday: 1, start: "23:00", end: "01:00" }] })).toEqual(["01T23:00", "02T00:00"]);
    expect(starts({ rules: [{ weekday: 1, start: "22:30", end: "00:00" }] })).toEqual(["01T22:30"]);
    expect(starts({ rules: [{ weekday: 1, start: "22:00", end: "24:00" }] })).toEqual(["01T22:00", "01T23:00"]);
  });

  it("convention 2: an interval whose start equals its end yields nothing", () => {
    expect(starts({ rules: [{ weekday: 1, start: "09:00", end: "09:00" }] })).toEqual([]);
    expect(starts({ rules: [{ weekday: 1, start: "00:00", end: "00:00" }] })).toEqual([]);
    const blocked = { kind: "block", date: "2026-06-01", intervals: [{ start: "10:00", end: "10:00" }] } as const;
    expect(starts({ exceptions: [blocked] })).toEqual(["01T09:00", "01T10:00", "01T11:00"]);
  });

  it("convention 3: openings that touch or overlap are one, with one grid from their common start", () => {
    const rules = [
      { weekday: 1, start: "10:00", end: "11:10" },
      { weekday: 1, start: "09:00", end: "10:00" },
      { weekday: 1, start: "11:05", end: "12:00" },
    ] as const;
    expect(starts({ rules, slotMinutes: 45 })).toEqual(["01T09:00", "01T09:45", "01T10:30", "01T11:15"]);
  });

  it("convention 3: a booking never moves the grid", () => {
    expect(starts({ slotMinutes: 30, bookings: [booked("01T09:40", "01T09:50")] })).toEqual([
      "01T09:00",
      "01T10:00",
      "01T10:30",
      "01T11:00",
      "01T11:30",
    ]);
  });

  it("convention 3: the step sets the grid, and slots lie wholly inside the opening", () => {
    expect(starts({ stepMinutes: 40 })).toEqual(["01T09:00", "01T09:40", "01T10:20", "01T11:00"]);
    expect(starts({ stepMinutes: 75 })).toEqual(["01T09:00", "01T10:15"]);
  });

  it("convention 3: a day has 23, 24 or 25 hours of slots", () => {
    const rules = [{ weekday: 7 as const, start: "00:00", end: "24:00" }];
    const hours = (from: string, to: string) =>
      openSlots(input({ timeZone: "Europe/Berlin", rules, window: { from, to } })).length;
    expect(hours("2026-03-28T00:00:00Z", "2026-03-31T00:00:00Z")).toBe(23);
    expect(hours("2026-06-06T00:00:00Z", "2026-06-09T00:00:00Z")).toBe(24);
    expect(hours("2026-10-24T00:00:00Z", "2026-10-27T00:00:00Z")).toBe(25);
  });

  it("convention 3: the grid starts where the opening starts, also when that is days before the window", () => {
    const rules = EVERY_DAY.map((weekday) => ({ weekday, start: "00:00", end: "24:00", validFrom: "2026-04-30" }));
    const window = { from: "2026-06-01T00:00:00Z", to: "2026-06-01T03:00:00Z" };
    // 32 days are 46080 minutes; the next multiple of 50 is 46100.
    expect(starts({ rules, slotMinutes: 50, window })).toEqual(["01T00:20", "01T01:10", "01T02:00"]);
  });

  it("convention 4: REPLACE and BLOCK cut what spills in from the evening before, whatever made it", () => {
    const night = { start: "22:00", end: "02:00" };
    const evening = ["01T22:00", "01T23:00"];
    const dayOff = { kind: "replace", date: "2026-06-02", intervals: [] } as const;
    const closed = { kind: "block", date: "2026-06-02", intervals: null } as const;
    const added = { kind: "add", date: "2026-06-01", intervals: [night] } as const;
    const replaced = { kind: "replace", date: "2026-06-01", intervals: [night] } as const;
    for (const cut of [dayOff, closed]) {
      expect(starts({ rules: [{ weekday: 1, ...night }], exceptions: [cut] })).toEqual(evening);
      expect(starts({ rules: [], exceptions: [added, cut] })).toEqual(evening);
      expect(starts({ rules: [], exceptions: [cut, replaced] })).toEqual(evening);
    }
  });

  it("convention 4: a block beats added hours", () => {
    const added = { kind: "add", date: "2026-06-02", intervals: [{ start: "09:00", end: "12:00" }] } as const;
    const blocked = { kind: "block", date: "2026-06-02", intervals: [{ start: "10:00", end: "11:00" }] } as const;
    expect(starts({ rules: [], exceptions: [added, blocked] })).toEqual(["02T09:00", "02T11:00"]);
    expect(starts({ rules: [], exceptions: [blocked, added] })).toEqual(["02T09:00", "02T11:00"]);
  });

  it("convention 5: both buffers lie between any two visits, in either order", () => {
    const buffers = { bufferBeforeMinutes: 10, bufferAfterMinutes: 20, slotMinutes: 30 };
    // Between 09:30 and 10:00 lie exactly 20 + 10 minutes, between 10:30 and 11:00 as well.
    expect(starts({ ...buffers, bookings: [booked("01T10:00", "01T10:30")] })).toEqual([
      "01T09:00",
      "01T11:00",
      "01T11:30",
    ]);
    expect(starts({ ...buffers, bookings: [booked("01T09:59", "01T10:31")] })).toEqual(["01T11:30"]);
  });

  it("convention 5: touching is free, a buffer may reach outside, a booking outside blocks by its buffer", () => {
    expect(starts({ bookings: [booked("01T08:00", "01T09:00"), booked("01T12:00", "01T13:00")] })).toHaveLength(3);
    expect(starts({ bufferBeforeMinutes: 120, bufferAfterMinutes: 120 })).toHaveLength(3);
    const [earlier, later] = [booked("01T08:00", "01T09:00"), booked("01T12:00", "01T13:00")];
    expect(starts({ bufferAfterMinutes: 1, bookings: [earlier] })).toEqual(["01T10:00", "01T11:00"]);
    expect(starts({ bufferBeforeMinutes: 1, bookings: [later] })).toEqual(["01T09:00", "01T10:00"]);
  });

  it.each(["CANCELLED", "DECLINED", "EXPIRED", "NO_SHOW"])("a %s booking does not block", (status) => {
    expect(starts({ bookings: [booked("01T09:00", "01T12:00", status)] })).toHaveLength(3);
  });

  it.each(["HELD", "PENDING", "CONFIRMED", "CHECKED_IN", "IN_PROGRESS", "COMPLETED", undefined])(
    "a booking with status %s blocks",
    (status) => {
      expect(starts({ bookings: [booked("01T09:00", "01T12:00", status)] })).toEqual([]);
    },
  );

  it("convention 6: slots lie wholly inside the window and start at or after now plus notice", () => {
    const window = { from: "2026-06-01T09:30:00Z", to: "2026-06-01T11:59:59Z" };
    expect(starts({ window })).toEqual(["01T10:00"]);
    expect(starts({ now: "2026-06-01T08:00:00Z", minNoticeMinutes: 120 })).toEqual(["01T10:00", "01T11:00"]);
    expect(starts({ now: "2026-06-01T08:00:01Z", minNoticeMinutes: 120 })).toEqual(["01T11:00"]);
  });

  it("convention 6: notice is elapsed time, also across a change of the clock", () => {
    const change = {
      timeZone: "Europe/Berlin",
      rules: [{ weekday: 7 as const, start: "06:00", end: "10:00" }],
      now: "2026-03-28T07:00:00Z", // 08:00 local the day before; 24 hours later it is 09:00
      minNoticeMinutes: 1440,
      window: { from: "2026-03-28T00:00:00Z", to: "2026-03-30T00:00:00Z" },
    };
    expect(starts(change)).toEqual(["29T07:00"]);
  });

  it("convention 7: a zero-length or reversed window yields nothing", () => {
    const at = "2026-06-01T10:00:00Z";
    expect(openSlots(input({ window: { from: at, to: at } }))).toEqual([]);
    expect(openSlots(input({ window: { from: "2026-06-02T00:00:00Z", to: "2026-06-01T00:00:00Z" } }))).toEqual([]);
  });

  it("a limit, firstOpenSlot and openSlotAt agree with all of openSlots", () => {
    const one = input({ timeZone: "Europe/Berlin", bookings: [booked("01T07:00", "01T08:00")] });
    const slots = openSlots(one);
    expect(openSlots(one, 2)).toEqual(slots.slice(0, 2));
    expect(firstOpenSlot(one)).toEqual(slots[0]);
    expect(firstOpenSlot({ ...one, rules: [] })).toBeNull();
    expect(openSlotAt(one, "2026-06-01T10:00:00+02:00")).toEqual(slots[0]);
    expect(openSlotAt(one, "2026-06-01T07:00:00Z")).toBeNull();
    expect(openSlotAt(one, "2026-06-01T08:00:01Z")).toBeNull();
    expect(() => openSlotAt(one, "tomorrow")).toThrow(AppError);
  });
});
