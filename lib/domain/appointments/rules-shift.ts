import { clockNamed, offsetOf } from "@/lib/platform/time/clock";
import { zoneNamed } from "@/lib/platform/time/zone";

const MINUTE = 60_000;

/** Returns the minutes east of UTC at an instant, by the place's current rules: promised along with a time. */
export function promisedOffset(start: Date, timeZone: string): number {
  return offsetOf(start.getTime(), clockNamed(timeZone));
}

/** A visit at whose start its place's clock shows another time than was promised. */
export type Shift = { timeZone: string; promisedOffsetMinutes: number; offsetMinutes: number };

/** Returns how a visit has shifted by today's rules; null when it has not, or the promise is unknown. */
export function shiftOf(start: Date, promisedOffsetMinutes: number | null, timeZone: string): Shift | null {
  const offsetMinutes = promisedOffset(start, timeZone);
  if (promisedOffsetMinutes === null || promisedOffsetMinutes === offsetMinutes) return null;
  return { timeZone, promisedOffsetMinutes, offsetMinutes };
}

/**
 * Returns when the place's clock shows the promised time by today's rules; null when it never does, or no longer will.
 */
export function promisedStart(start: Date, { timeZone, promisedOffsetMinutes }: Shift, now: Date): Date | null {
  const local = start.getTime() + promisedOffsetMinutes * MINUTE;
  const at = zoneNamed(timeZone)?.instantOf(local) ?? local;
  const isShown = at + offsetOf(at, clockNamed(timeZone)) * MINUTE === local;
  return isShown && at > now.getTime() ? new Date(at) : null;
}

/** Formats what a clock at this offset shows: `2027-01-04T09:00`. */
export function wallTime(start: Date, offsetMinutes: number): string {
  return new Date(start.getTime() + offsetMinutes * MINUTE).toISOString().slice(0, 16);
}

export type OffsetPeriod = { zone: string; from: string; until: string; offset: number };

/** Returns the offsets of a zone between two instants, for a database that knows no zones; none for an unknown zone. */
export function offsetPeriods(zone: string, from: Date, to: Date): OffsetPeriod[] {
  const changes = zoneNamed(zone)?.changesBetween(from.getTime(), to.getTime()) ?? [];
  return changes.map(({ at, offset }, index) => ({
    zone,
    from: new Date(at).toISOString(),
    until: new Date(changes[index + 1]?.at ?? to.getTime()).toISOString(),
    offset: Math.round(offset / MINUTE),
  }));
}
