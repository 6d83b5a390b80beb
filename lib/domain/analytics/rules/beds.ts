import { daysBetween } from "@/lib/platform/time/local-date";
import type { StayCounts } from "../status";

const DAY_SECONDS = 86_400;

export type BedDay = StayCounts & { day: string; takenDays: number; days: number };

/**
 * Returns each day with how many beds were taken on average, from what came and went on it and before. Days count as 24 hours.
 * `today` counts as far as it has gone, later days not at all.
 */
export function bedDays(
  rows: readonly (StayCounts & { day: string })[],
  takenBefore: number,
  now: { today: string; secondsOfToday: number },
  dates: readonly string[],
): BedDay[] {
  const byDay = new Map(rows.map((row) => [row.day, row]));
  let taken = takenBefore;
  return dates.map((day) => {
    const row = byDay.get(day) ?? nothing(day);
    const ahead = daysBetween(now.today, day);
    const seconds = ahead > 0 ? 0 : ahead === 0 ? Math.min(DAY_SECONDS, now.secondsOfToday) : DAY_SECONDS;
    const bedSeconds =
      taken * seconds + (row.came * seconds - row.cameSeconds) - (row.went * seconds - row.wentSeconds);
    taken += row.came - row.went;
    return { ...row, takenDays: Math.max(0, bedSeconds) / DAY_SECONDS, days: seconds / DAY_SECONDS };
  });
}

function nothing(day: string): StayCounts & { day: string } {
  const none = { came: 0, cameSeconds: 0, went: 0, wentSeconds: 0, admitted: 0, discharged: 0 };
  return { day, ...none, staySeconds: 0, turned: 0, emptySeconds: 0 };
}
