import { describe, expect, it } from "vitest";
import { exceptionOf, localStarts, MON_TO_WED, type ExceptionCase } from "@/tests/support/slot-cases";

const BLOCKED: ExceptionCase[] = [
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
];

describe("slots with exceptions", () => {
  it.each(BLOCKED)("%s: %s %s, %s by %i → %s", (_name, zone, dates, rules, slotMinutes, expected, ...texts) => {
    const exceptions = texts.map(exceptionOf);
    expect(localStarts({ exceptions }, zone, dates, rules, slotMinutes).join(" ")).toBe(expected);
  });
});
