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
export const MAX_ALTERNATIVES = 6;
/** How long a patient may think better of a time they have just chosen, whatever notice it asks for. */
export const GRACE_MINUTES = 15;
/** How long a patient may answer a time that the practice has chosen for them. */
const MOVED_GRACE_MINUTES = 24 * 60;

const MINUTE = 60_000;

/** What decides until when the patient may change a visit. */
export type Changeable = {
  startsAt: Date;
  cancellationNoticeMinutes: number;
  graceUntil?: Date | null | undefined;
  /** It fell out of the doctor's hours: the patient was asked to choose another time. */
  needsRebooking?: boolean | undefined;
};
export type Timed = Changeable & { status: AppointmentStatus };

/**
 * Until when the patient may cancel or move it: the start less the notice agreed at booking, in elapsed minutes, or the
 * end of the grace where that is later; but never after the start. Who was asked to choose another time may until then.
 */
export function changeDeadline({ startsAt, cancellationNoticeMinutes, graceUntil, needsRebooking }: Changeable): Date {
  if (needsRebooking) return startsAt;
  const notice = startsAt.getTime() - cancellationNoticeMinutes * MINUTE;
  return new Date(Math.min(startsAt.getTime(), Math.max(notice, graceUntil?.getTime() ?? notice)));
}

/** Whether the patient may still cancel or move it at `now`. */
export function isStillChangeable(appointment: Changeable, now: Date): boolean {
  return now <= changeDeadline(appointment);
}

/** The grace of a visit agreed at `now`. */
export function graceFrom(now: Date, minutes = GRACE_MINUTES): Date {
  return new Date(now.getTime() + minutes * MINUTE);
}

/** The grace after a move: a new one, unless it was the old one that allowed the patient to move it. */
export function graceAfterMove(before: Changeable, byPatient: boolean, now: Date): Date | null {
  if (!byPatient) return graceFrom(now, MOVED_GRACE_MINUTES);
  const isFree = isStillChangeable({ ...before, graceUntil: null }, now);
  return isFree ? graceFrom(now) : (before.graceUntil ?? null);
}

/** What a patient agrees to by taking a time at `now`; `isInsideNotice`: only the grace lets them out again. */
export function termsOf(startsAt: Date, cancellationNoticeMinutes: number, now: Date) {
  const changeUntil = changeDeadline({ startsAt, cancellationNoticeMinutes, graceUntil: graceFrom(now) });
  const isInsideNotice = startsAt.getTime() - cancellationNoticeMinutes * MINUTE < now.getTime();
  return { cancellationNoticeMinutes, changeUntil, isInsideNotice };
}

/** Whether the time may be changed at all: only what has not begun to happen. */
export function isReschedulable(status: AppointmentStatus): boolean {
  return status === "PENDING" || status === "CONFIRMED";
}

type Facts = { now: Date; isSigned: boolean; isListed: boolean };
export type StepFacts = Facts & { hasReason: boolean };
export type StepVerdict = Verdict<Condition>;
export type AvailableStep = Available<RequestableStatus>;

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
      return now.getTime() >= appointment.startsAt.getTime() - PATIENT_CHECK_IN_MINUTES * MINUTE;
    case "started":
      return now >= appointment.startsAt;
    case "signed":
      return isSigned;
    case "listed":
      return isListed;
  }
}
