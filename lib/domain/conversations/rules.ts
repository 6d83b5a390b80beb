import { openSpans } from "@/lib/domain/schedules/slots-open";
import { DAY_MS, instantText } from "@/lib/platform/time/iso-text";
import { readingWeek, type PracticeHours, type StoredHours } from "./rules/week";
import { OPEN_DAYS } from "./status";

export type { PracticeHours, StoredHours };

/** A visit that was called off has nothing left to arrange. */
const CLOSED: ReadonlySet<string> = new Set(["HELD", "DECLINED", "CANCELLED", "EXPIRED"]);

/** Returns until when messages about a visit can be sent; null when they can't be any more. The database has the same. */
export function openUntil({ status, endsAt }: { status: string; endsAt: Date }, now: Date): Date | null {
  const until = new Date(endsAt.getTime() + OPEN_DAYS * DAY_MS);
  return CLOSED.has(status) || until <= now ? null : until;
}

/** How far ahead the next opening is looked for. */
const AHEAD_DAYS = 21;

/**
 * Returns when a practice reads messages: its weekly hours, whether it is open at `now`, and else when it opens next, within
 * three weeks. Null when it has no hours.
 */
export function practiceHours(hours: StoredHours | null, now: Date): PracticeHours | null {
  if (hours === null) return null;
  const week = readingWeek(hours, now);
  const to = new Date(now.getTime() + AHEAD_DAYS * DAY_MS);
  const next = openSpans(hours, { from: now, to })[0] ?? null;
  if (week.length === 0 && next === null) return null;
  const isOpen = next !== null && Date.parse(next.start) <= now.getTime();
  return {
    timeZone: hours.timeZone,
    week,
    isOpen,
    opensAt: isOpen || next === null ? null : instantText(new Date(next.start)),
  };
}
