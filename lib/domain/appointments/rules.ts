import {
  availableSteps,
  check,
  type AvailableStep as Available,
  type StepVerdict as Verdict,
} from "@/lib/platform/life-cycle/life-cycle";
import {
  APPOINTMENT_LIFE_CYCLE,
  type AppointmentStatus,
  type Condition,
  type RequestableStatus,
  type Role,
} from "./status";

export const HOLD_MINUTES = 5;
const PATIENT_CHECK_IN_MINUTES = 60;
/** No one arrives for a visit on another day: the desk and the doctor check in from this long before. */
const ARRIVAL_MINUTES = 12 * 60;
export const MAX_ALTERNATIVES = 6;
/** How long a patient may change a time they have just chosen, whatever its notice. */
export const GRACE_MINUTES = 15;
/** How long a patient may answer a time that the practice has chosen for them. */
const MOVED_GRACE_MINUTES = 24 * 60;

const MINUTE = 60_000;

/** What determines until when the patient may change a visit. */
export type Changeable = {
  startsAt: Date;
  cancellationNoticeMinutes: number;
  graceUntil?: Date | null | undefined;
  /** It is outside the doctor's changed hours: the patient was asked to choose another time. */
  needsRebooking?: boolean | undefined;
};
export type Timed = Changeable & { status: AppointmentStatus };

/**
 * Returns until when the patient may cancel or reschedule: the start minus the notice agreed at booking, in elapsed
 * minutes, or the end of the grace period where that is later; never after the start. A patient asked to choose another
 * time may until the start.
 */
export function changeDeadline({ startsAt, cancellationNoticeMinutes, graceUntil, needsRebooking }: Changeable): Date {
  if (needsRebooking) return startsAt;
  const notice = startsAt.getTime() - cancellationNoticeMinutes * MINUTE;
  return new Date(Math.min(startsAt.getTime(), Math.max(notice, graceUntil?.getTime() ?? notice)));
}

/** Tells whether the patient may still cancel or reschedule at `now`. */
export function isStillChangeable(appointment: Changeable, now: Date): boolean {
  return now <= changeDeadline(appointment);
}

/** Returns the end of the grace period of a visit agreed at `now`. */
export function graceFrom(now: Date, minutes = GRACE_MINUTES): Date {
  return new Date(now.getTime() + minutes * MINUTE);
}

/** Returns the grace period after a move: a new one, unless the old one allowed the patient to move it. */
export function graceAfterMove(before: Changeable, byPatient: boolean, now: Date): Date | null {
  if (!byPatient) return graceFrom(now, MOVED_GRACE_MINUTES);
  const isFree = isStillChangeable({ ...before, graceUntil: null }, now);
  return isFree ? graceFrom(now) : (before.graceUntil ?? null);
}

/**
 * Returns what a patient agrees to by booking a time at `now`; `isInsideNotice`: only the grace period allows changes.
 */
export function termsOf(startsAt: Date, cancellationNoticeMinutes: number, now: Date) {
  const changeUntil = changeDeadline({ startsAt, cancellationNoticeMinutes, graceUntil: graceFrom(now) });
  const isInsideNotice = startsAt.getTime() - cancellationNoticeMinutes * MINUTE < now.getTime();
  return { cancellationNoticeMinutes, changeUntil, isInsideNotice };
}

/** Tells whether someone is nothing but the patient here, or acts for them: bound by the notice, and perhaps not here yet. */
export function isPatientOnly(roles: Role[]): boolean {
  return roles.every((role) => role === "patient");
}

/** Tells whether the time may be changed: only before the visit has started. */
export function isReschedulable(status: AppointmentStatus): boolean {
  return status === "PENDING" || status === "CONFIRMED";
}

type Facts = { now: Date; isSigned: boolean; isListed: boolean };
export type StepFacts = Facts & { hasReason: boolean };
export type StepVerdict = Verdict<Condition>;
export type AvailableStep = Available<RequestableStatus>;

/** Returns from when the patient may check in by themselves. */
export function checkInOpensAt({ startsAt }: Pick<Timed, "startsAt">): Date {
  return new Date(startsAt.getTime() - PATIENT_CHECK_IN_MINUTES * MINUTE);
}

/** Tells whether the patient can have arrived for this visit: so early, but not days ahead. */
export function isArrivalTime({ startsAt }: Pick<Timed, "startsAt">, now: Date): boolean {
  return now.getTime() >= startsAt.getTime() - ARRIVAL_MINUTES * MINUTE;
}

/** Whether someone in these roles may take the appointment to `to` now, or what is missing. */
export function checkStep(appointment: Timed, to: AppointmentStatus, roles: Role[], facts: StepFacts): StepVerdict {
  return check(APPOINTMENT_LIFE_CYCLE, { from: appointment.status, to, roles }, (condition) =>
    condition === "reason" ? facts.hasReason : isMet(condition, appointment, facts),
  );
}

/** The steps someone in these roles may take at `now`. */
export function stepsFor(
  appointment: Timed,
  roles: Role[],
  { now, isSigned = false, isListed = true }: { now: Date; isSigned?: boolean; isListed?: boolean },
): AvailableStep[] {
  return availableSteps(APPOINTMENT_LIFE_CYCLE, { from: appointment.status, roles }, (condition) =>
    isMet(condition, appointment, { now, isSigned, isListed }),
  );
}

function isMet(condition: Condition, appointment: Timed, { now, isSigned, isListed }: Facts): boolean {
  switch (condition) {
    case "notice":
      return isStillChangeable(appointment, now);
    case "near-start":
      return now >= checkInOpensAt(appointment);
    case "that-day":
      return isArrivalTime(appointment, now);
    case "started":
      return now >= appointment.startsAt;
    case "signed":
      return isSigned;
    case "listed":
      return isListed;
  }
}
