import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { zoneNamed } from "./zone";
import { zoneClock } from "./zone-clock";

/** Years with every kind of change: skipped dates, changes at midnight, new standard times. */
const YEARS = [2011, 2018, 2024, 2026];
const MINUTES = [0, 1, 15, 30, 60, 90, 119, 120, 150, 180, 720, 1380, 1425, 1439, 1440, 1470, 1590];

describe("zoneClock", () => {
  it.each(YEARS)(
    "agrees with Temporal in every one of %i zones, on and around each offset change both know",
    (year) => {
      const faults: string[] = [];
      let compared = 0;
      for (const timeZone of Intl.supportedValuesOf("timeZone")) {
        if (!haveSameRules(timeZone, year)) continue;
        compared++;
        const clock = zoneClock(timeZone);
        for (const date of datesAroundChanges(timeZone, year)) {
          const day = Temporal.PlainDate.from("1970-01-01").until(date).days;
          const first = date.toZonedDateTime(timeZone).epochMilliseconds;
          if (clock?.startOf(day) !== first) faults.push(`${timeZone} ${date}`);
          for (const minutes of MINUTES) {
            const local = date.toPlainDateTime().add({ minutes });
            if (clock?.at(day, minutes) !== local.toZonedDateTime(timeZone).epochMilliseconds) {
              faults.push(`${timeZone} ${local}`);
            }
          }
        }
      }
      expect(faults).toEqual([]);
      expect(compared).toBeGreaterThan(380);
    },
  );

  it("starts the date at the first instant when a gap swallows midnight", () => {
    const day = Temporal.PlainDate.from("1970-01-01").until("1919-03-31").days;
    expect(zoneClock("America/Toronto")?.startOf(day)).toBe(Date.parse("1919-03-31T04:30:00Z"));
  });

  it("accepts zone names only", () => {
    for (const name of ["Mars/Olympus", "+01:00", "", "Z", "constructor", null, 5]) expect(zoneClock(name)).toBeNull();
    expect(zoneClock("UTC")).not.toBeNull();
    expect(zoneClock("Europe/Berlin")).toBe(zoneClock("Europe/Berlin"));
  });
});

function datesAroundChanges(timeZone: string, year: number): Temporal.PlainDate[] {
  const dates = [Temporal.PlainDate.from({ year, month: 6, day: 15 })];
  let moment = Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(timeZone);
  for (;;) {
    const change = moment.getTimeZoneTransition("next");
    if (!change || change.year > year) return dates;
    for (const days of [-2, -1, 0, 1]) dates.push(change.toPlainDate().add({ days }));
    moment = change;
  }
}

/** Whether Node's own rules, which may be of an older release, have the same changes in a year as ours. */
function haveSameRules(timeZone: string, year: number): boolean {
  const [from, to] = [Date.UTC(year - 1, 11, 25), Date.UTC(year + 1, 0, 7)];
  const ours = zoneNamed(timeZone)
    ?.changesBetween(from, to)
    .slice(1)
    .map(({ at }) => at);
  const theirs: number[] = [];
  let moment = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
  for (;;) {
    const change = moment.getTimeZoneTransition("next");
    if (!change || change.epochMilliseconds >= to) return JSON.stringify(ours) === JSON.stringify(theirs);
    theirs.push(change.epochMilliseconds);
    moment = change;
  }
}
