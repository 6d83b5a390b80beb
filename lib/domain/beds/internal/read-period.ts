import { localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { AppError } from "@/lib/platform/errors/app-error";
import { MAX_DAYS_AHEAD, REQUEST_GRACE_HOURS } from "../rules";

const HOUR_MS = 3_600_000;
const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

/**
 * Returns the requested period. A date is the hospital's own: it begins at midnight there, or now if it has begun, and
 * `to` lasts to the end of its day. Throws `invalid` naming the field.
 */
export function readPeriod(
  wanted: { from: string; to?: string | undefined },
  timeZone: string,
  now: Date,
): { startsAt: Date; endsAt: Date | null } {
  const { from, to } = wanted;
  const startsAt =
    from === localDateAt(now, timeZone) ? now : isDate(from) ? startOfLocalDate(from, timeZone) : new Date(from);
  if (isDate(from) ? startsAt < now : startsAt.getTime() < now.getTime() - REQUEST_GRACE_HOURS * HOUR_MS)
    throw faulty("from", "Must not be in the past");
  if (startsAt.getTime() > now.getTime() + MAX_DAYS_AHEAD * 24 * HOUR_MS) throw faulty("from", "Must be within a year");
  return { startsAt, endsAt: readEnd(to, startsAt, timeZone, now) };
}

/** Returns the planned end, if given. Throws `invalid` on `to`. */
export function readEnd(to: string | undefined, startsAt: Date, timeZone: string, now: Date): Date | null {
  if (to === undefined) return null;
  const endsAt = isDate(to) ? startOfLocalDate(shiftDate(to, 1), timeZone) : new Date(to);
  if (endsAt <= startsAt) throw faulty("to", "Must be after it starts");
  if (endsAt <= now) throw faulty("to", "Must be in the future");
  return endsAt;
}

function faulty(path: string, message: string): AppError {
  return new AppError("invalid", undefined, { fields: [{ path, message }] });
}
