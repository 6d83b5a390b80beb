import {
  availableSteps,
  check,
  type AvailableStep as Available,
  type StepVerdict as Verdict,
} from "@/lib/platform/life-cycle/life-cycle";
import {
  CALL_LIFE_CYCLE,
  type AmbulanceBookingStatus,
  type AmbulanceKind,
  type RequestableBookingStatus,
  type Role,
} from "./status";

/** How long only one hospital is asked; then the next nearest as well (docs/domain.md §4). */
export const ESCALATION_MINUTES = 3;
/** A call without a vehicle for this long ends: by then no one would still be waiting. */
export const GIVE_UP_MINUTES = 60;
/** Along the great circle. A vehicle from further away would come too late. */
export const REACH_KM = 100;
/** How long the tracking link of an ended call still answers. */
export const TRACKING_HOURS = 24;
/** How long a bed is reserved for a patient on the way. */
export const BED_HOLD_HOURS = 4;
/** How many wrong codes a hospital may enter for one call, and within how long. */
export const CODE_ATTEMPTS = { limit: 5, windowSeconds: 600 };

/**
 * Limits for emergencies without an account: generous for a family on one network, tight for a prank. Only accepted
 * calls count, and only for their sender: a number anyone can type is never a reason to refuse.
 */
export const CALL_LIMITS = {
  perSender: { name: "ambulance-calls", limit: 20, windowSeconds: 600, counts: "accepted" as const },
  /** Reading one's own call, live or by hand; and guessing links. */
  tracking: { name: "ambulance-tracking", limit: 240, windowSeconds: 60 },
};

/**
 * After this many calls from one phone within so many minutes the next is marked: ring back before a vehicle leaves.
 */
export const CALLS_FROM_ONE_PHONE = { most: 3, minutes: 10 };

const MINUTE = 60_000;

/** Returns the instant `minutes` after `at`. */
export function minutesAfter(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * MINUTE);
}

/**
 * The better equipped kinds that can serve as well. A NEONATAL vehicle has an incubator where others have room for
 * people.
 */
const HIGHER: Record<AmbulanceKind, AmbulanceKind[]> = {
  BASIC: ["ADVANCED", "ICU"],
  ADVANCED: ["ICU"],
  ICU: [],
  NEONATAL: [],
};

/** Returns the better equipped kinds that may come when none of the requested kind is free within reach. */
export function higherKinds(asked: AmbulanceKind): AmbulanceKind[] {
  return HIGHER[asked];
}

/** Tells whether a vehicle of this kind may be sent to such a call. */
export function canServe(kind: AmbulanceKind, asked: AmbulanceKind): boolean {
  return kind === asked || HIGHER[asked].includes(kind);
}

export type StepVerdict = Verdict;
export type AvailableStep = Available<RequestableBookingStatus>;

/** Whether someone in these roles may take a call from one state to another, or what is missing. */
export function checkStep(
  from: AmbulanceBookingStatus,
  to: AmbulanceBookingStatus,
  roles: Role[],
  hasReason: boolean,
): StepVerdict {
  return check(CALL_LIFE_CYCLE, { from, to, roles }, () => hasReason);
}

/** Returns the steps someone in these roles may take, the way forward first. */
export function stepsFor(from: AmbulanceBookingStatus, roles: Role[]): AvailableStep[] {
  return availableSteps(CALL_LIFE_CYCLE, { from, roles }, () => true);
}
