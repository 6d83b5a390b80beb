import { hasGap, readSegment } from "./segment";

/** When backups are made, at this machine's local time: at night, and after a start in the daytime if the night was missed. */
const HOUR = 2;
const MINUTE = 30;

/** The last moment at which one was to be made. */
export function lastDue(now: Date): Date {
  const due = new Date(now);
  due.setHours(HOUR, MINUTE, 0, 0);
  if (due > now) due.setDate(due.getDate() - 1);
  return due;
}

type Newest = { startedAt: Date; wal: { segmentBytes: number; stop: { segment: string } } | null };

/** Tells whether a copy is to be made now: none since last night, or the log doesn't lead on from it. */
export function isDue(newest: Newest | undefined, log: string[], timeline: number, now: Date): boolean {
  if (!newest || newest.startedAt < lastDue(now)) return true;
  if (!newest.wal) return false;
  const { segmentBytes, stop } = newest.wal;
  // Restored since, or the log wasn't archived for a while.
  return readSegment(stop.segment, segmentBytes)?.timeline !== timeline || hasGap(stop.segment, log, segmentBytes);
}
