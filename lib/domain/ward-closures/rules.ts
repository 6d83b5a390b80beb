import type { DisruptionStatus } from "@/lib/domain/disruptions/status";
import { AppError } from "@/lib/platform/errors/app-error";
import { DAY_MS, MINUTE_MS } from "@/lib/platform/time/iso-text";
import { MAX_DAYS_AHEAD, type ClosurePhase } from "./status";

export type Period = { startsAt: Date; endsAt: Date | null };

/** Where a closing stands at `now`: the clock decides, whether or not a timer has run. */
export function phaseOf({ status, startsAt, endsAt }: Period & { status: DisruptionStatus }, now: Date): ClosurePhase {
  if (status === "UNDONE") return "UNDONE";
  if (status === "ENDED" || (endsAt !== null && endsAt <= now)) return "OVER";
  return startsAt <= now ? "CLOSED" : "SCHEDULED";
}

/**
 * Returns from when until when; from `now` unless said otherwise, and without an end until further notice. An instant that has
 * just passed is now. Throws `invalid` on `startsAt` or `endsAt`.
 */
export function readClosing(
  { startsAt, endsAt }: { startsAt?: string | undefined; endsAt?: string | null | undefined },
  now: Date,
): Period {
  const wanted = startsAt === undefined ? now : new Date(startsAt);
  if (wanted.getTime() < now.getTime() - MINUTE_MS) throw invalid("startsAt", "Must not be in the past");
  if (wanted.getTime() > now.getTime() + MAX_DAYS_AHEAD * DAY_MS) throw invalid("startsAt", "Must be within a year");
  const start = wanted < now ? now : wanted;
  return { startsAt: start, endsAt: readClosingEnd(endsAt ?? null, start, now) };
}

/** Returns another end, or none. Throws `invalid` on `endsAt`. */
export function readClosingEnd(endsAt: string | null, startsAt: Date, now: Date): Date | null {
  if (endsAt === null) return null;
  const end = new Date(endsAt);
  if (end <= startsAt) throw invalid("endsAt", "Must be after it begins");
  if (end <= now) throw invalid("endsAt", "Must be in the future");
  return end;
}

/** The error for one field of the input. */
export function invalid(path: string, message: string): AppError {
  return new AppError("invalid", message, { fields: [{ path, message }] });
}
