import {
  availableSteps,
  check,
  checkUndo,
  type AvailableStep as Available,
  type StepVerdict as Verdict,
} from "@/lib/platform/life-cycle/life-cycle";
import {
  BED_BOOKING_LIFE_CYCLE,
  type BedBookingStatus,
  type Condition,
  type RequestableStatus,
  type Role,
} from "./status";

const HOUR_MS = 3_600_000;

/** A reservation lasts hours, not days, because it blocks the bed for everyone else. */
const RESERVATION_HOURS = 4;
const MAX_RESERVATION_HOURS = 72;
/** How long after its day a request expires. */
export const REQUEST_GRACE_HOURS = 24;
/** How far ahead a bed can be requested. */
export const MAX_DAYS_AHEAD = 366;
export const MAX_ALTERNATIVES = 6;
/** The most labels in a range, and all beds of a hospital. */
export const MAX_RUN = 200;
export const MAX_BEDS = 5_000;
export const MAX_WARDS = 500;

/** Whether the hospital can still undo a discharge at `now`. */
export function canUndoDischarge({ dischargedAt }: { dischargedAt: Date | null }, now: Date): boolean {
  const discharged = { state: "DISCHARGED", reachedAt: dischargedAt, roles: ["staff"] } as const;
  return checkUndo(BED_BOOKING_LIFE_CYCLE, discharged, now) === "allowed";
}

/** Returns the start of a reservation: the requested time, or now if that has passed. */
function keptFrom(startsAt: Date, now: Date): number {
  return Math.max(startsAt.getTime(), now.getTime());
}

/** Returns the default end of a reservation: four hours from the requested time. */
export function defaultReservedUntil(startsAt: Date, now: Date): Date {
  return new Date(keptFrom(startsAt, now) + RESERVATION_HOURS * HOUR_MS);
}

/** Returns the latest end of a reservation: 72 hours from the requested time. */
export function latestReservedUntil(startsAt: Date, now: Date): Date {
  return new Date(keptFrom(startsAt, now) + MAX_RESERVATION_HOURS * HOUR_MS);
}

/** Returns when an unanswered request expires. */
export function requestEndsAt(startsAt: Date): Date {
  return new Date(startsAt.getTime() + REQUEST_GRACE_HOURS * HOUR_MS);
}

/** Tells whether the reservation still holds its bed: an expired one doesn't, even before the timer has run. */
export function isReservationLive(
  booking: { status: BedBookingStatus; reservedUntil: Date | null },
  now: Date,
): boolean {
  return booking.status === "RESERVED" && booking.reservedUntil !== null && booking.reservedUntil > now;
}

type Facts = { hasBed: boolean; isLive: boolean; isListed: boolean };
export type StepFacts = Facts & { hasReason: boolean };
export type StepVerdict = Verdict<Condition>;
export type AvailableStep = Available<RequestableStatus>;

/** Whether someone in these roles may take the booking from `from` to `to`, or what is missing. */
export function checkStep(from: BedBookingStatus, to: BedBookingStatus, roles: Role[], facts: StepFacts): StepVerdict {
  return check(BED_BOOKING_LIFE_CYCLE, { from, to, roles }, (condition) =>
    condition === "reason" ? facts.hasReason : isMet(condition, facts),
  );
}

/** The steps to another state that someone in these roles may take. */
export function stepsFor(
  from: BedBookingStatus,
  roles: Role[],
  { isLive = true, isListed = true }: { isLive?: boolean; isListed?: boolean } = {},
): AvailableStep[] {
  return availableSteps(BED_BOOKING_LIFE_CYCLE, { from, roles }, (condition) =>
    isMet(condition, { hasBed: true, isLive, isListed }),
  );
}

function isMet(condition: Condition, { hasBed, isLive, isListed }: Facts): boolean {
  switch (condition) {
    case "bed":
      return hasBed;
    case "live":
      return isLive;
    case "listed":
      return isListed;
  }
}

/**
 * Expands a range such as `1–12`, `A1–A12` or `01-12`, in order, keeping leading zeros. Null for an invalid range:
 * descending, with two prefixes, or longer than allowed.
 */
export function labelsOf(run: string): string[] | null {
  const match = /^((?:.*\D)?)(\d{1,6})\s*[-–—]\s*((?:.*\D)?)(\d{1,6})$/.exec(run);
  const [, prefix = "", first = "", repeated = "", last = ""] = match ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (!match || (repeated !== "" && repeated !== prefix) || to < from || to - from >= MAX_RUN) return null;
  const width = first.startsWith("0") ? first.length : 0;
  return Array.from({ length: to - from + 1 }, (_, i) => `${prefix}${String(from + i).padStart(width, "0")}`);
}
