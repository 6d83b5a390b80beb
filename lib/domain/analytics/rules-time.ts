import { firstOfWeek, localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";

/** The period shown: today so far, or a number of days up to now, including today. */
export const PERIODS = ["today", "30", "90", "365"] as const;
export type Period = (typeof PERIODS)[number];

export type Unit = "hour" | "day" | "week";
/** What a point of each plot covers. Rarer events are grouped by week, so that a point is meaningful. */
export const UNITS: Record<Period, { occupancy: Unit; visits: Unit; rare: Unit }> = {
  today: { occupancy: "hour", visits: "hour", rare: "hour" },
  "30": { occupancy: "day", visits: "day", rare: "week" },
  "90": { occupancy: "day", visits: "week", rare: "week" },
  "365": { occupancy: "day", visits: "week", rare: "week" },
};

const HOUR_MS = 3_600_000;

/**
 * Returns the edges of a period's stretches: `edges[n]` up to `edges[n + 1]`, half-open. Days and weeks (from Monday)
 * follow the place's own calendar, whatever its clocks do; hours are elapsed ones from its midnight. The first week
 * starts with the period, and the last stretch ends now.
 */
export function edgesOf(period: Period, unit: Unit, now: Date, timeZone: string): Date[] {
  const today = localDateAt(now, timeZone);
  const first = period === "today" ? today : shiftDate(today, 1 - Number(period));
  const start = (date: string) => startOfLocalDate(date, timeZone);
  const edges = [start(first)];
  const next = { hour: nextHour, day: nextDay, week: nextWeek }[unit];
  for (let edge = next(edges[0]!); edge < now; edge = next(edge)) edges.push(edge);
  return [...edges, now];

  function nextHour(edge: Date): Date {
    return new Date(edge.getTime() + HOUR_MS);
  }
  function nextDay(edge: Date): Date {
    return start(shiftDate(localDateAt(edge, timeZone), 1));
  }
  function nextWeek(edge: Date): Date {
    return start(shiftDate(firstOfWeek(localDateAt(edge, timeZone)), 7));
  }
}

const QUARTER_MS = 900_000;

/** Returns the start of an instant's quarter hour in UTC, by which visits are totalled (the same in the database). */
export function startOfQuarter(at: Date): Date {
  return new Date(Math.floor(at.getTime() / QUARTER_MS) * QUARTER_MS);
}
