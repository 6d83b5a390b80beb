import { describe, expect, it } from "vitest";
import { exceptionOf, localStarts, MON_TO_WED, type ExceptionCase } from "@/tests/support/slot-cases";

const REPLACED_OR_ADDED: ExceptionCase[] = [
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
    "the cut lies at the midnight that does exist",
    "America/Santiago",
    "2026-09-05/2026-09-06",
    "Sat 22:00-03:00",
    60,
    "22:00-04 23:00-04",
    "replace 2026-09-06",
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

describe("slots with exceptions", () => {
  it.each(REPLACED_OR_ADDED)(
    "%s: %s %s, %s by %i → %s",
    (_name, zone, dates, rules, slotMinutes, expected, ...texts) => {
      const exceptions = texts.map(exceptionOf);
      expect(localStarts({ exceptions }, zone, dates, rules, slotMinutes).join(" ")).toBe(expected);
    },
  );
});
