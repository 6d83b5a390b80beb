import { localDateAt } from "@/lib/platform/time/local-date";
import type { TimelineEntry } from "./schema";

/** A month's entries, the month as `YYYY-MM`. */
export type TimelineMonth = { month: string; entries: TimelineEntry[] };

/**
 * Puts entries, the latest first, into their months by the reader's calendar. A document is in the month of its date; where
 * the two disagree around midnight, no month comes twice.
 */
export function monthsOf(entries: readonly TimelineEntry[], timeZone: string): TimelineMonth[] {
  const months: TimelineMonth[] = [];
  for (const entry of entries) {
    const month = (entry.datedOn ?? localDateAt(entry.at, timeZone)).slice(0, 7);
    const last = months.at(-1);
    if (last && month >= last.month) last.entries.push(entry);
    else months.push({ month, entries: [entry] });
  }
  return months;
}
