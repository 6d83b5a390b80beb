import { counted } from "@/lib/platform/text/counted";
import type { StatusTone, StepWords } from "@/lib/platform/life-cycle/words";
import { isArrivalTime, isReschedulable, isStillChangeable, stepsFor, type AvailableStep } from "./rules";
import { checkUndo } from "./rules/undo";
import type { AppointmentStatus, RequestableStatus, Role } from "./status";

/** The label of each status. */
export const STATUS_LABELS: Record<AppointmentStatus, string> = {
  HELD: "Being booked",
  PENDING: "Waiting for confirmation",
  CONFIRMED: "Confirmed",
  CHECKED_IN: "Checked in",
  IN_PROGRESS: "In progress",
  COMPLETED: "Completed",
  DECLINED: "Declined",
  CANCELLED: "Cancelled",
  EXPIRED: "Expired",
  NO_SHOW: "Missed",
  LEFT: "Left without being seen",
};

/** The label of an appointment's state for the practice, which also sees whether the patient has said that they will come. */
export function stateLabel(visit: { status: AppointmentStatus; attendanceConfirmedAt: string | null }): string {
  const { status, attendanceConfirmedAt } = visit;
  return status === "CONFIRMED" && attendanceConfirmedAt !== null ? "Patient confirmed" : STATUS_LABELS[status];
}

/** In the order of a visit; holds are never listed. */
export const LISTED_STATUSES = [
  "PENDING",
  "CONFIRMED",
  "CHECKED_IN",
  "IN_PROGRESS",
  "COMPLETED",
  "NO_SHOW",
  "LEFT",
  "DECLINED",
  "CANCELLED",
  "EXPIRED",
] as const satisfies AppointmentStatus[];

/** The tone of a state; always shown with its label and an icon. */
export const STATUS_TONES: Record<AppointmentStatus, StatusTone> = {
  HELD: "wait",
  PENDING: "wait",
  CONFIRMED: "good",
  CHECKED_IN: "accent",
  IN_PROGRESS: "accent",
  COMPLETED: "neutral",
  DECLINED: "stop",
  CANCELLED: "stop",
  EXPIRED: "stop",
  NO_SHOW: "stop",
  LEFT: "stop",
};

export const MODE_LABELS = { IN_PERSON: "In person", VIDEO: "By video" } as const;

/** The texts of each step. */
export const STEP_WORDS: Record<RequestableStatus, StepWords> = {
  CONFIRMED: { label: "Confirm", done: "Confirmed" },
  DECLINED: {
    label: "Decline",
    done: "Declined",
    question: "Decline this request?",
    consequence: "The time becomes available again. The patient will see your reason.",
  },
  CANCELLED: {
    label: "Cancel appointment",
    done: "Cancelled",
    question: "Cancel this appointment?",
    consequence: "The time becomes available again. This can't be undone.",
  },
  CHECKED_IN: { label: "Check in", done: "Checked in" },
  IN_PROGRESS: { label: "Start visit", done: "Visit started" },
  COMPLETED: { label: "Complete", done: "Completed" },
  NO_SHOW: {
    label: "Mark as missed",
    done: "Marked as missed",
    question: "Mark as missed?",
    consequence: "The appointment is closed. You can undo this for 30 minutes.",
  },
  LEFT: {
    label: "Left without being seen",
    done: "Marked as left without being seen",
    question: "Did the patient leave before being seen?",
    consequence: "The appointment is closed. You can undo this for 30 minutes.",
  },
};

/** The texts for undoing the last step, by the status it led to. */
export const UNDO_WORDS: Partial<Record<AppointmentStatus, { label: string; done: string }>> = {
  CHECKED_IN: { label: "Undo check-in", done: "Check-in undone" },
  IN_PROGRESS: { label: "Undo start", done: "Start undone. Your notes are kept." },
  NO_SHOW: { label: "Undo “Missed”", done: "Undone: the appointment is confirmed" },
  LEFT: { label: "Undo “Left”", done: "Undone: the patient is waiting" },
};

/** An appointment on a screen: instants as text. */
export type ActionableAppointment = {
  id: string;
  version: number;
  status: AppointmentStatus;
  start: string;
  cancellationNoticeMinutes: number;
  graceUntil?: string | null | undefined;
  needsRebooking?: boolean | undefined;
  /** When the step to the current status was taken, if it can be undone. */
  steppedAt?: string | null | undefined;
};

export type { AvailableStep };

export type AppointmentChoices = { steps: AvailableStep[]; canReschedule: boolean; canUndo: boolean };

/**
 * Returns what someone in these roles may do with an appointment at `nowMs`. The server applies the same rules again.
 */
export function choicesFor(appointment: ActionableAppointment, roles: Role[], nowMs: number): AppointmentChoices {
  const now = new Date(nowMs);
  const graceUntil = appointment.graceUntil ? new Date(appointment.graceUntil) : null;
  const timed = { ...appointment, graceUntil, startsAt: new Date(appointment.start) };
  const isForPatient = roles.every((role) => role === "patient");
  const canReschedule =
    isReschedulable(appointment.status) && roles.length > 0 && (!isForPatient || isStillChangeable(timed, now));
  // The server lets a doctor begin at any time; the screens offer it once the patient can be there.
  const steps = stepsFor(timed, roles, { now }).filter(({ to }) => to !== "IN_PROGRESS" || isArrivalTime(timed, now));
  const canUndo =
    checkUndo(appointment.status, appointment.steppedAt ? new Date(appointment.steppedAt) : null, roles, now) ===
    "allowed";
  return { steps, canReschedule, canUndo };
}

/** Formats "30 minutes", "2 hours", "1 day": a duration in the largest unit that fits. */
export function spanText(minutes: number): string {
  const [size, unit] =
    minutes > 0 && minutes % 1440 === 0
      ? [1440, "day"]
      : minutes > 0 && minutes % 60 === 0
        ? [60, "hour"]
        : [1, "minute"];
  const count = minutes / size;
  return counted(count, unit);
}

export { GRACE_MINUTES } from "./rules";
export { checkVideo, VIDEO_OPENS_MINUTES, videoOpensAt, type VideoVisit } from "./rules/video";

/** Returns the title of the list of visits whose local time has changed, with the count. */
export function shiftedTitle(count: number): string {
  if (count === 0) return "No local times have changed";
  if (count >= 100) return "More than 99 appointments have a new local time";
  return counted(count, "appointment has a new local time", "appointments have a new local time");
}
