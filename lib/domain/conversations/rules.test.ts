import { describe, expect, it } from "vitest";
import { openUntil, practiceHours, type StoredHours } from "./rules";

const rule = (weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7, start: string, end: string, more = {}) => ({
  weekday,
  start,
  end,
  ...more,
});
const hours = (rules: StoredHours["rules"], exceptions: StoredHours["exceptions"] = []): StoredHours => ({
  timeZone: "Europe/Berlin",
  rules,
  exceptions,
});
const WEEKDAYS = ([1, 2, 3, 4, 5] as const).flatMap((day) => [
  rule(day, "08:00", "12:00"),
  rule(day, "12:00", "17:00"),
]);
/** Friday, 16:30 in Berlin. */
const FRIDAY = new Date("2026-11-27T15:30:00Z");

describe("when a practice reads messages", () => {
  it("is said by days with the same hours, those that touch as one", () => {
    const { week } = practiceHours(hours([...WEEKDAYS, rule(6, "09:00", "11:00")]), FRIDAY)!;
    expect(week).toEqual([
      { weekdays: [1, 2, 3, 4, 5], intervals: [{ start: "08:00", end: "17:00" }] },
      { weekdays: [6], intervals: [{ start: "09:00", end: "11:00" }] },
    ]);
  });

  it("includes whether it is open now, by the place's clock, and when it opens next", () => {
    expect(practiceHours(hours(WEEKDAYS), FRIDAY)).toMatchObject({ isOpen: true, opensAt: null });
    const evening = new Date("2026-11-27T16:00:00Z");
    expect(practiceHours(hours(WEEKDAYS), evening)).toMatchObject({ isOpen: false, opensAt: "2026-11-30T07:00:00Z" });
    const holiday = [{ kind: "block", date: "2026-11-30", intervals: null }] as const;
    expect(practiceHours(hours(WEEKDAYS, holiday), evening)?.opensAt).toBe("2026-12-01T07:00:00Z");
  });

  it("leaves out hours that don't hold on this date, and nights as they are", () => {
    const over = [rule(1, "08:00", "12:00", { validTo: "2026-11-26" }), rule(2, "22:00", "06:00")];
    expect(practiceHours(hours(over), FRIDAY)?.week).toEqual([
      { weekdays: [2], intervals: [{ start: "22:00", end: "06:00" }] },
    ]);
    const overlapping = [rule(2, "20:00", "23:00"), rule(2, "22:00", "06:00"), rule(2, "23:00", "23:30")];
    expect(practiceHours(hours(overlapping), FRIDAY)?.week[0]?.intervals).toEqual([{ start: "20:00", end: "06:00" }]);
  });

  it("isn't known without hours", () => {
    expect(practiceHours(null, FRIDAY)).toBeNull();
    expect(practiceHours(hours([]), FRIDAY)).toBeNull();
  });
});

it("messages are open until a week after the visit, unless it was called off", () => {
  const endsAt = new Date("2026-11-20T15:31:00Z");
  expect(openUntil({ status: "COMPLETED", endsAt }, FRIDAY)?.toISOString()).toBe("2026-11-27T15:31:00.000Z");
  expect(openUntil({ status: "COMPLETED", endsAt: new Date("2026-11-20T15:30:00Z") }, FRIDAY)).toBeNull();
  for (const status of ["HELD", "DECLINED", "CANCELLED", "EXPIRED"])
    expect(openUntil({ status, endsAt }, FRIDAY)).toBeNull();
});
