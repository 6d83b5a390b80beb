import type { Hours, LocalInterval, Weekday } from "@/lib/domain/schedules/slots";
import { clockNamed } from "@/lib/platform/time/clock";
import { todayIn } from "@/lib/platform/time/wall-clock";

/** When a place is open, as a schedule stores it. */
export type StoredHours = Hours;

/** Hours that several days of the week share, e.g. Monday to Friday. */
type WeekHours = { weekdays: Weekday[]; intervals: LocalInterval[] };

export type PracticeHours = {
  timeZone: string;
  week: WeekHours[];
  isOpen: boolean;
  /** When it opens next; null while it is open, and when that isn't known. */
  opensAt: string | null;
};

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Returns the weekly hours that hold on the place's date, days with the same hours together. */
export function readingWeek({ rules, timeZone }: StoredHours, now: Date): WeekHours[] {
  const today = todayIn(clockNamed(timeZone), now.getTime());
  const holds = rules.filter(
    ({ validFrom, validTo }) => (!validFrom || validFrom <= today) && (!validTo || validTo >= today),
  );
  const groups = new Map<string, WeekHours>();
  for (const weekday of WEEKDAYS) {
    const intervals = joined(holds.filter((rule) => rule.weekday === weekday));
    if (intervals.length === 0) continue;
    const key = intervals.map(({ start, end }) => `${start}-${end}`).join(",");
    const group = groups.get(key) ?? { weekdays: [], intervals };
    group.weekdays.push(weekday);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** One after the other; those that touch or overlap are one. An end that isn't after its start is on the next date. */
function joined(intervals: readonly LocalInterval[]): LocalInterval[] {
  const sorted = [...intervals].sort((a, b) => a.start.localeCompare(b.start));
  const merged: LocalInterval[] = [];
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    const runsOn = last !== undefined && (last.end <= last.start || start <= last.end);
    if (!runsOn) merged.push({ start, end });
    else if (last.end > last.start && (end <= start || end > last.end)) merged[merged.length - 1] = { ...last, end };
  }
  return merged;
}
