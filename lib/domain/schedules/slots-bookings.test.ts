import { describe, expect, it } from "vitest";
import { localStarts, MON_TO_WED } from "@/tests/support/slot-cases";
import type { HoursException, OpenSlotsInput } from "./slots";

describe("slots with validity, buffers, notice and bookings", () => {
  const monday = (changes: Partial<OpenSlotsInput>, zone = "America/Denver") =>
    localStarts(changes, zone, MON_TO_WED, "Mon 09:00-12:00", 60).join(" ");
  const rule = { weekday: 1, start: "23:00", end: "01:00" } as const;
  const booked = (from: string, to: string) => [
    { start: `2026-06-01T${from}:00-06:00`, end: `2026-06-01T${to}:00-06:00` },
  ];

  it("continue past a block with a booking beside it", () => {
    const exceptions: HoursException[] = [
      { kind: "block", date: "2026-06-01", intervals: [{ start: "10:10", end: "10:40" }] },
    ];
    const starts = monday({ slotMinutes: 30, exceptions, bookings: booked("11:00", "11:30") });
    expect(starts).toBe("09:00-06 09:30-06 11:30-06");
  });

  it.each<[name: string, changes: Partial<OpenSlotsInput>, expected: string]>([
    ["first valid date is the start's", { rules: [{ ...rule, validFrom: "2026-06-01" }] }, "23:00-06 02T00:00-06"],
    ["not valid before the first date", { rules: [{ ...rule, validFrom: "2026-06-02" }] }, ""],
    ["last valid date is the start's", { rules: [{ ...rule, validTo: "2026-06-01" }] }, "23:00-06 02T00:00-06"],
    ["not valid after the last date", { rules: [{ ...rule, validTo: "2026-05-31" }] }, ""],
    [
      "touching bookings take nothing",
      { bookings: [...booked("08:00", "09:00"), ...booked("12:00", "13:00")] },
      "09:00-06 10:00-06 11:00-06",
    ],
    ["a minute of a booking takes the slot", { bookings: booked("10:59", "11:00") }, "09:00-06 11:00-06"],
    ["an after-buffer is kept before and after", { bufferAfterMinutes: 15, bookings: booked("10:00", "11:00") }, ""],
    [
      "both buffers add up",
      { slotMinutes: 30, bufferBeforeMinutes: 15, bufferAfterMinutes: 15, bookings: booked("10:00", "10:30") },
      "09:00-06 11:00-06 11:30-06",
    ],
    [
      "a booking outside blocks by its buffer",
      { bufferBeforeMinutes: 30, bookings: booked("12:15", "13:00") },
      "09:00-06 10:00-06",
    ],
    ["overlapping bookings are one", { bookings: [...booked("09:00", "12:00"), ...booked("09:30", "10:00")] }, ""],
    ["notice of exactly the start", { now: "2026-06-01T14:00:00Z", minNoticeMinutes: 120 }, "10:00-06 11:00-06"],
    ["notice of a second more", { now: "2026-06-01T14:00:01Z", minNoticeMinutes: 120 }, "11:00-06"],
    ["notice beyond the window", { now: "2026-06-01T14:00:00Z", minNoticeMinutes: 43_200 }, ""],
    ["a now in the future", { now: "2027-01-01T00:00:00Z" }, ""],
  ])("%s", (_name, changes, expected) => {
    expect(monday(changes)).toBe(expected);
  });
});
