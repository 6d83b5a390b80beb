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

/** How long a hospital is asked alone; then the next nearest is asked as well (docs/domain.md §4). */
export const ESCALATION_MINUTES = 3;
/** A call nobody could serve for so long is ended: a vehicle sent then would find nobody who still waits. */
export const GIVE_UP_MINUTES = 60;
/** Along the great circle. A vehicle from further away comes too late for anything an ambulance is for. */
export const REACH_KM = 100;
/** The tracking link of a call that is over still answers for so long. */
export const TRACKING_HOURS = 24;
/** How long a bed is kept for someone on the way. */
export const BED_HOLD_HOURS = 4;
/** Wrong codes a hospital may type for one call, and within how long. */
export const CODE_ATTEMPTS = { limit: 5, windowSeconds: 600 };

/**
 * What may be asked in an emergency without an account: generous for a family on one network, tight for a prank. Only
 * calls that were taken count, and only for their sender: a number anyone can type is never a reason to refuse.
 */
export const CALL_LIMITS = {
  perSender: { name: "ambulance-calls", limit: 20, windowSeconds: 600, counts: "accepted" as const },
  /** Reading one's own call, live or by hand; and guessing at links. */
  tracking: { name: "ambulance-tracking", limit: 240, windowSeconds: 60 },
};

/** So many calls from one phone within so many minutes, and the next is marked: ring back before a vehicle leaves. */
export const CALLS_FROM_ONE_PHONE = { most: 3, minutes: 10 };

const MINUTE = 60_000;

/** The moment `minutes` after `at`. */
export function minutesAfter(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * MINUTE);
}

/** What a better equipped vehicle can do as well. A NEONATAL one carries an incubator where others have room for people. */
const HIGHER: Record<AmbulanceKind, AmbulanceKind[]> = {
  BASIC: ["ADVANCED", "ICU"],
  ADVANCED: ["ICU"],
  ICU: [],
  NEONATAL: [],
};

/** The better equipped kinds that may come when none of the asked kind is free anywhere within reach. */
export function higherKinds(asked: AmbulanceKind): AmbulanceKind[] {
  return HIGHER[asked];
}

/** Whether a vehicle of this kind may be sent to such a call. */
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

/** The steps someone in these roles may take, the way forward first. */
export function stepsFor(from: AmbulanceBookingStatus, roles: Role[]): AvailableStep[] {
  return availableSteps(CALL_LIFE_CYCLE, { from, roles }, () => true);
}
