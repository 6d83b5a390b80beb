import { describe, expect, it } from "vitest";
import { zoneNamed } from "@/lib/platform/time/zone";
import { shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { openSlots, type HoursException, type OpenSlotsInput, type Weekday, type WeeklyRule } from "./slots";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** `"Sun 01:00-05:00, Mon 09:00-12:00"`. */
function rulesOf(text: string): WeeklyRule[] {
  return text.split(", ").map((part) => {
    const [weekday = "", hours = ""] = part.split(" ");
    return { weekday: (WEEKDAYS.indexOf(weekday) + 1) as Weekday, ...intervalOf(hours) };
  });
}

function intervalOf(text: string): { start: string; end: string } {
  const [start = "", end = ""] = text.split("-");
  return { start, end };
}

/** `"block 2026-06-01 10:00-11:00 14:00-15:00"`, `"block 2026-06-01 all"`, `"replace 2026-06-01"` for a day off. */
function exceptionOf(text: string): HoursException {
  const [kind = "", date = "", ...hours] = text.split(" ");
  if (hours[0] === "all") return { kind: "block", date, intervals: null };
  return { kind: kind as "replace" | "add" | "block", date, intervals: hours.map(intervalOf) };
}

/** Starts as local times with their offset, `02:00+02`; after the first date of the window as `29T02:00+02`. */
function localStarts(
  changes: Partial<OpenSlotsInput>,
  zone: string,
  dates: string,
  rules: string,
  slotMinutes: number,
): string[] {
  const [from = "", to = from] = dates.split("/");
  const midnight = (date: string) => startOfLocalDate(date, zone).toISOString();
  const slots = openSlots({
    timeZone: zone,
    now: "2000-01-01T00:00:00Z",
    rules: rules === "" ? [] : rulesOf(rules),
    exceptions: [],
    slotMinutes,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minNoticeMinutes: 0,
    bookings: [],
    window: { from: midnight(from), to: midnight(shiftDate(to, 1)) },
    ...changes,
  });
  return slots.map(({ start }) => {
    const offset = (zoneNamed(zone)?.offsetAt(Date.parse(start)) ?? NaN) / 60_000;
    const local = new Date(Date.parse(start) + offset * 60_000).toISOString();
    return (local.startsWith(from) ? "" : `${local.slice(8, 10)}T`) + local.slice(11, 16) + offsetText(offset);
  });
}

/** `+05:45`, `-04`. */
function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${twoDigits(hours)}${rest === 0 ? "" : `:${twoDigits(rest)}`}`;
}

type Case = [name: string, zone: string, dates: string, rules: string, slotMinutes: number, expected: string];

const CHANGES_OF_THE_CLOCK: Case[] = [
  ["an hour less", "Europe/Berlin", "2026-03-29", "Sun 01:00-05:00", 60, "01:00+01 03:00+02 04:00+02"],
  ["an hour more", "Europe/Berlin", "2026-10-25", "Sun 01:00-04:00", 60, "01:00+02 02:00+02 02:00+01 03:00+01"],
  ["a start in the gap", "Europe/Berlin", "2026-03-29", "Sun 02:30-04:00", 30, "03:30+02"],
  ["an end in the gap", "Europe/Berlin", "2026-03-29", "Sun 01:00-02:30", 30, "01:00+01 01:30+01 03:00+02"],
  ["reversed by the gap", "Europe/Berlin", "2026-03-29", "Sun 02:30-03:15", 15, ""],
  ["wholly in the gap", "Europe/London", "2026-03-29", "Sun 01:15-01:45", 15, "02:15+01 02:30+01"],
  ["a start that exists twice", "Europe/Berlin", "2026-10-25", "Sun 02:30-03:30", 60, "02:30+02 02:30+01"],
  ["an end that exists twice", "Europe/Berlin", "2026-10-25", "Sun 01:00-02:30", 30, "01:00+02 01:30+02 02:00+02"],
  [
    "overnight into the gap",
    "Europe/Berlin",
    "2026-03-28/2026-03-29",
    "Sat 23:00-04:00",
    60,
    "23:00+01 29T00:00+01 29T01:00+01 29T03:00+02",
  ],
  [
    "overnight into the hour more",
    "Europe/Berlin",
    "2026-10-24/2026-10-25",
    "Sat 23:00-04:00",
    60,
    "23:00+02 25T00:00+02 25T01:00+02 25T02:00+02 25T02:00+01 25T03:00+01",
  ],
  [
    "a grid of 45 minutes goes on through the gap",
    "Europe/Paris",
    "2026-03-29",
    "Sun 01:00-05:00",
    45,
    "01:00+01 01:45+01 03:30+02 04:15+02",
  ],
  ["an hour less at 02:00", "America/New_York", "2026-03-08", "Sun 01:00-05:00", 60, "01:00-05 03:00-04 04:00-04"],
  [
    "an hour more at 02:00",
    "America/New_York",
    "2026-11-01",
    "Sun 00:00-03:00",
    60,
    "00:00-04 01:00-04 01:00-05 02:00-05",
  ],
  ["a midnight that does not exist", "America/Santiago", "2026-09-06", "Sun 00:00-03:00", 60, "01:00-03 02:00-03"],
  ["the last hour twice", "America/Santiago", "2026-04-04", "Sat 22:00-24:00", 60, "22:00-03 23:00-03 23:00-04"],
  ["a midnight that does not exist", "America/Sao_Paulo", "2018-11-04", "Sun 00:00-02:00", 60, "01:00-02"],
  ["a midnight that does not exist", "Asia/Beirut", "2026-03-29", "Sun 00:00-02:00", 60, "01:00+03"],
  ["the last hour twice", "Asia/Beirut", "2026-10-24", "Sat 22:00-24:00", 60, "22:00+03 23:00+03 23:00+02"],
  ["a midnight that does not exist", "Africa/Cairo", "2026-04-24", "Fri 00:00-02:00", 60, "01:00+03"],
  ["the last hour twice", "Africa/Cairo", "2026-10-29", "Thu 23:00-24:00", 60, "23:00+03 23:00+02"],
  ["a midnight that does not exist", "America/Havana", "2026-03-08", "Sun 00:00-02:00", 30, "01:00-04 01:30-04"],
  ["the first hour twice", "America/Havana", "2025-11-02", "Sun 00:00-02:00", 60, "00:00-04 00:00-05 01:00-05"],
  ["no change where there was to be one", "America/Havana", "2026-11-01", "Sun 00:00-02:00", 60, "00:00-04 01:00-04"],
  ["a midnight that does not exist", "Atlantic/Azores", "2026-03-29", "Sun 00:00-02:00", 60, "01:00+00"],
  [
    "overnight over a missing midnight",
    "America/Santiago",
    "2026-09-05/2026-09-06",
    "Sat 22:00-02:00",
    60,
    "22:00-04 23:00-04 06T01:00-03",
  ],
  ["half an hour less", "Australia/Lord_Howe", "2026-10-04", "Sun 01:00-04:00", 60, "01:00+10:30 02:30+11"],
  ["half an hour more", "Australia/Lord_Howe", "2026-04-05", "Sun 01:00-03:00", 60, "01:00+11 01:30+10:30"],
  ["two hours less", "Antarctica/Troll", "2026-03-29", "Sun 00:00-05:00", 60, "00:00+00 03:00+02 04:00+02"],
  [
    "two hours more",
    "Antarctica/Troll",
    "2026-10-25",
    "Sun 01:00-04:00",
    60,
    "01:00+02 02:00+02 01:00+00 02:00+00 03:00+00",
  ],
  ["Ramadan begins", "Africa/Casablanca", "2026-02-15", "Sun 01:00-04:00", 60, "01:00+01 02:00+01 02:00+00 03:00+00"],
  ["Ramadan ends", "Africa/Casablanca", "2026-03-22", "Sun 01:00-04:00", 60, "01:00+00 03:00+01"],
  [
    "a half-hour zone, less",
    "America/St_Johns",
    "2026-03-08",
    "Sun 01:30-04:00",
    30,
    "01:30-03:30 03:00-02:30 03:30-02:30",
  ],
  ["a half-hour zone, more", "America/St_Johns", "2026-11-01", "Sun 01:00-02:00", 60, "01:00-02:30 01:00-03:30"],
  [
    "a quarter-hour zone, more",
    "Pacific/Chatham",
    "2026-04-05",
    "Sun 02:00-04:00",
    60,
    "02:00+13:45 03:00+13:45 03:00+12:45",
  ],
  [
    "a skipped date moves to the next",
    "Pacific/Apia",
    "2011-12-29/2011-12-31",
    "Fri 09:00-11:00, Sat 10:00-12:00",
    60,
    "31T09:00+14 31T10:00+14 31T11:00+14",
  ],
  [
    "overnight over a skipped date",
    "Pacific/Apia",
    "2011-12-29/2011-12-31",
    "Thu 22:00-02:00",
    60,
    "22:00-10 23:00-10 31T00:00+14 31T01:00+14",
  ],
  ["no change at all", "Asia/Kathmandu", "2026-06-01", "Mon 09:00-10:00", 20, "09:00+05:45 09:20+05:45 09:40+05:45"],
];

const MON_TO_WED = "2026-06-01/2026-06-03";
type ExceptionCase = [...Case, ...exceptions: string[]];

const EXCEPTIONS: ExceptionCase[] = [
  ["replace", "Asia/Kolkata", MON_TO_WED, "Mon 09:00-11:00", 60, "14:00+05:30", "replace 2026-06-01 14:00-15:00"],
  ["a day off", "Asia/Tokyo", MON_TO_WED, "Mon 09:00-11:00, Tue 09:00-10:00", 60, "02T09:00+09", "replace 2026-06-01"],
  [
    "two replacements of one date",
    "Asia/Tokyo",
    MON_TO_WED,
    "Mon 09:00-11:00",
    60,
    "08:00+09 12:00+09",
    "replace 2026-06-01 08:00-09:00",
    "replace 2026-06-01 12:00-13:00",
  ],
  [
    "added hours on a free day",
    "Asia/Tokyo",
    MON_TO_WED,
    "Mon 09:00-10:00",
    60,
    "09:00+09 02T15:00+09",
    "add 2026-06-02 15:00-16:00",
  ],
  [
    "added hours join the weekly ones",
    "Asia/Tokyo",
    MON_TO_WED,
    "Mon 09:00-10:00",
    90,
    "08:30+09 10:00+09",
    "add 2026-06-01 10:00-11:30 08:30-09:00",
  ],
  [
    "added to replaced hours",
    "Asia/Tokyo",
    MON_TO_WED,
    "Mon 09:00-12:00",
    60,
    "10:00+09 14:00+09",
    "replace 2026-06-01 10:00-11:00",
    "add 2026-06-01 14:00-15:00",
  ],
  [
    "a part blocked leaves the grid where it is",
    "Australia/Sydney",
    MON_TO_WED,
    "Mon 09:00-12:00",
    30,
    "09:00+10 10:00+10 10:30+10 11:00+10 11:30+10",
    "block 2026-06-01 09:30-09:50",
  ],
  [
    "a block over the beginning leaves the grid where it is",
    "Europe/Berlin",
    MON_TO_WED,
    "Tue 09:35-13:10",
    30,
    "02T11:05+02 02T11:35+02 02T12:05+02 02T12:35+02",
    "block 2026-06-02 05:50-10:55",
  ],
  [
    "a block of the evening before leaves the grid where it is",
    "Africa/Lagos",
    MON_TO_WED,
    "Mon 22:00-02:00",
    45,
    "02T00:15+01 02T01:00+01",
    "block 2026-06-01 21:00-24:00",
  ],
  [
    "a whole day blocked",
    "Australia/Sydney",
    MON_TO_WED,
    "Mon 09:00-12:00, Wed 09:00-10:00",
    60,
    "03T09:00+10",
    "block 2026-06-01 all",
  ],
  [
    "a block past midnight",
    "Africa/Lagos",
    MON_TO_WED,
    "Mon 22:00-04:00",
    60,
    "22:00+01 02T02:00+01 02T03:00+01",
    "block 2026-06-01 23:00-02:00",
  ],
  [
    "a block until 24:00",
    "Africa/Lagos",
    MON_TO_WED,
    "Mon 22:00-02:00",
    60,
    "22:00+01 02T00:00+01 02T01:00+01",
    "block 2026-06-01 23:00-24:00",
  ],
  [
    "a block of a date leaves its evening's hours after midnight",
    "Africa/Lagos",
    MON_TO_WED,
    "Mon 22:00-02:00",
    60,
    "02T00:00+01 02T01:00+01",
    "block 2026-06-01 all",
  ],
  [
    "a replaced date loses its own evening wholly",
    "Africa/Lagos",
    MON_TO_WED,
    "Mon 22:00-02:00",
    60,
    "",
    "replace 2026-06-01",
  ],
  [
    "a day off cuts the evening before",
    "Africa/Lagos",
    MON_TO_WED,
    "Mon 22:00-02:00",
    60,
    "22:00+01 23:00+01",
    "replace 2026-06-02",
  ],
  [
    "replaced hours stand after the cut",
    "Africa/Lagos",
    MON_TO_WED,
    "Mon 22:00-02:00",
    60,
    "22:00+01 23:00+01 02T01:00+01",
    "replace 2026-06-02 01:00-02:00",
  ],
  [
    "replaced hours spill into an ordinary date",
    "Africa/Lagos",
    MON_TO_WED,
    "Tue 09:00-10:00",
    60,
    "23:00+01 02T00:00+01 02T09:00+01",
    "replace 2026-06-01 23:00-01:00",
  ],
  [
    "replaced hours do not spill into a replaced date",
    "Africa/Lagos",
    MON_TO_WED,
    "Tue 09:00-10:00",
    60,
    "23:00+01 02T12:00+01",
    "replace 2026-06-01 23:00-01:00",
    "replace 2026-06-02 12:00-13:00",
  ],
  [
    "a block from the evening before beats replaced hours",
    "Africa/Lagos",
    MON_TO_WED,
    "",
    60,
    "02T02:00+01",
    "block 2026-06-01 20:00-02:00",
    "replace 2026-06-02 01:00-03:00",
  ],
  [
    "the cut lies at the midnight that does exist",
    "America/Santiago",
    "2026-09-05/2026-09-06",
    "Sat 22:00-03:00",
    60,
    "22:00-04 23:00-04",
    "replace 2026-09-06",
  ],
  [
    "the cut comes after the hour that exists twice",
    "America/Santiago",
    "2026-04-04/2026-04-05",
    "Sat 22:00-03:00",
    60,
    "22:00-03 23:00-03 23:00-04",
    "block 2026-04-05 all",
  ],
  [
    "a blocked date of 25 hours",
    "Europe/Berlin",
    "2026-10-24/2026-10-26",
    "Sat 23:00-24:00, Sun 00:00-24:00, Mon 00:00-01:00",
    60,
    "23:00+02 26T00:00+01",
    "block 2026-10-25 all",
  ],
  [
    "a blocked gap blocks nothing else",
    "Europe/Berlin",
    "2026-03-29",
    "Sun 01:00-05:00",
    60,
    "01:00+01 03:00+02 04:00+02",
    "block 2026-03-29 02:00-03:00",
  ],
  [
    "the hour that exists twice is blocked twice",
    "Europe/Berlin",
    "2026-10-25",
    "Sun 01:00-04:00",
    60,
    "01:00+02 03:00+01",
    "block 2026-10-25 02:00-03:00",
  ],
  [
    "a day off after a skipped date cuts the evening before both",
    "Pacific/Apia",
    "2011-12-29/2011-12-31",
    "Thu 22:00-02:00",
    60,
    "22:00-10 23:00-10",
    "replace 2011-12-31",
  ],
  [
    "a replaced skipped date",
    "Pacific/Apia",
    "2011-12-29/2011-12-31",
    "Thu 22:00-02:00, Fri 09:00-11:00",
    60,
    "22:00-10 23:00-10 31T00:00+14 31T01:00+14",
    "replace 2011-12-30",
  ],
];

describe("slots around clock changes", () => {
  it.each(CHANGES_OF_THE_CLOCK)("%s: %s %s, %s by %i", (_name, zone, dates, rules, slotMinutes, expected) => {
    expect(localStarts({}, zone, dates, rules, slotMinutes).join(" ")).toBe(expected);
  });
});

describe("slots with exceptions", () => {
  it.each(EXCEPTIONS)("%s: %s %s, %s by %i → %s", (_name, zone, dates, rules, slotMinutes, expected, ...texts) => {
    const exceptions = texts.map(exceptionOf);
    expect(localStarts({ exceptions }, zone, dates, rules, slotMinutes).join(" ")).toBe(expected);
  });
});

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
