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

/** A reservation is kept for hours, not days: nobody else can have the bed meanwhile. */
const RESERVATION_HOURS = 4;
const MAX_RESERVATION_HOURS = 72;
/** A request whose day has passed this long ago is answered by nobody any more. */
export const REQUEST_GRACE_HOURS = 24;
/** How far ahead a bed can be asked for. */
export const MAX_DAYS_AHEAD = 366;
export const MAX_ALTERNATIVES = 6;
/** A run of labels at once, and all beds of a hospital. */
export const MAX_RUN = 200;
export const MAX_BEDS = 5_000;
export const MAX_WARDS = 500;

/** Whether the hospital can still undo a discharge at `now`. */
export function canUndoDischarge({ dischargedAt }: { dischargedAt: Date | null }, now: Date): boolean {
  const discharged = { state: "DISCHARGED", reachedAt: dischargedAt, roles: ["staff"] } as const;
  return checkUndo(BED_BOOKING_LIFE_CYCLE, discharged, now) === "allowed";
}

/** From when a reservation is counted: when it is wanted from, or now where that has come. */
function keptFrom(startsAt: Date, now: Date): number {
  return Math.max(startsAt.getTime(), now.getTime());
}

/** How long a bed is kept unless something else is said: four hours from when it is wanted. */
export function defaultReservedUntil(startsAt: Date, now: Date): Date {
  return new Date(keptFrom(startsAt, now) + RESERVATION_HOURS * HOUR_MS);
}

/** The longest a bed may be kept: 72 hours from when it is wanted. */
export function latestReservedUntil(startsAt: Date, now: Date): Date {
  return new Date(keptFrom(startsAt, now) + MAX_RESERVATION_HOURS * HOUR_MS);
}

/** When a request that nobody answers ends by itself. */
export function requestEndsAt(startsAt: Date): Date {
  return new Date(startsAt.getTime() + REQUEST_GRACE_HOURS * HOUR_MS);
}

/** Whether the reservation still keeps its bed: one that has run out counts for nothing, even before the timer says so. */
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
 * The labels of a run such as `1–12`, `A1–A12` or `01-12`, in order; leading zeros stay. Null for what is no run: it
 * counts down, changes its beginning, or is longer than may be added at once.
 */
export function labelsOf(run: string): string[] | null {
  const match = /^((?:.*\D)?)(\d{1,6})\s*[-–—]\s*((?:.*\D)?)(\d{1,6})$/.exec(run);
  const [, prefix = "", first = "", repeated = "", last = ""] = match ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (!match || (repeated !== "" && repeated !== prefix) || to < from || to - from >= MAX_RUN) return null;
  const width = first.startsWith("0") ? first.length : 0;
  return Array.from({ length: to - from + 1 }, (_, i) => `${prefix}${String(from + i).padStart(width, "0")}`);
}
