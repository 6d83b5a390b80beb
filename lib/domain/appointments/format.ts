import { ageOn } from "@/lib/domain/patients/rules";
import type { Notified } from "@/lib/domain/contacts/schema";
import { counted } from "@/lib/platform/text/counted";
import type { AppointmentCard, AppointmentRow, ChangedAppointment } from "./queries";
import { changeDeadline, isReschedulable, isStillChangeable, stepsFor, type AvailableStep } from "./rules";
import { checkUndo, steppedAt } from "./internal/rules-undo";
import type { AppointmentOutput } from "./schema";
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

export type StatusTone = "neutral" | "good" | "wait" | "stop" | "accent";

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

export type StepWords = {
  label: string;
  /** Shown once it is done. */
  done: string;
  /** Asked before; steps without a question are taken at once. */
  question?: string;
  consequence?: string;
};

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

/** No one arrives for a visit on another day: these steps are hidden until this many milliseconds before. */
const ARRIVAL_MS = 12 * 3_600_000;

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
  const isFar = timed.startsAt.getTime() - nowMs > ARRIVAL_MS;
  const steps = stepsFor(timed, roles, { now }).filter(
    ({ to }) => !isFar || (to !== "CHECKED_IN" && to !== "IN_PROGRESS"),
  );
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

/** Returns the wire format of an appointment. */
export function toOutput(row: AppointmentRow): AppointmentOutput {
  return {
    id: row.id,
    doctorId: row.doctorId,
    patientId: row.patientId,
    hospitalId: row.hospitalId,
    scheduleId: row.scheduleId,
    serviceId: row.serviceId,
    start: toIsoSeconds(row.startsAt),
    end: toIsoSeconds(row.endsAt),
    status: row.status,
    mode: row.mode,
    reason: row.reason,
    statusReason: row.statusReason,
    needsRebooking: row.needsRebooking,
    changeUntil: changeDeadline(row).toISOString(),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Returns the same for a changed one, with how its patient is notified. */
export function toChangedOutput(row: ChangedAppointment): AppointmentOutput & { notified: Notified } {
  return { ...toOutput(row), notified: row.notified };
}

/** Formats `YYYY-MM-DDTHH:mm:ssZ`, the only spelling of a slot's bounds. */
export function toIsoSeconds(at: Date): string {
  return at.toISOString().replace(".000Z", "Z");
}

/** An appointment on the practice's screens: names, no rows, instants as text. */
export type VisitCard = ActionableAppointment & {
  doctorId: string;
  serviceId: string | null;
  end: string;
  mode: keyof typeof MODE_LABELS;
  reason: string | null;
  statusReason: string | null;
  needsRebooking: boolean;
  patient: { name: string; phone: string | null; age: number | null };
  service: string | null;
  place: { name: string; timeZone: string; hospitalId: string | null };
  checkedInAt: string | null;
};

export function toVisitCard(row: AppointmentCard): VisitCard {
  const { hospital, doctor, schedule, patient } = row;
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    start: toIsoSeconds(row.startsAt),
    end: toIsoSeconds(row.endsAt),
    cancellationNoticeMinutes: row.cancellationNoticeMinutes,
    graceUntil: row.graceUntil?.toISOString() ?? null,
    doctorId: row.doctorId,
    serviceId: row.serviceId,
    mode: row.mode,
    reason: row.reason,
    statusReason: row.statusReason,
    needsRebooking: row.needsRebooking,
    patient: { name: patient.name, phone: patient.phone, age: patient.bornOn && ageOn(patient.bornOn, row.startsAt) },
    service: row.service?.name ?? null,
    place: {
      name: hospital?.name ?? doctor.practiceName ?? "Own practice",
      timeZone: schedule?.timeZone ?? hospital?.timeZone ?? doctor.timeZone,
      hospitalId: row.hospitalId,
    },
    checkedInAt: row.checkedInAt?.toISOString() ?? null,
    steppedAt: steppedAt(row.status, row)?.toISOString() ?? null,
  };
}

export { GRACE_MINUTES } from "./rules";
export { checkVideo, VIDEO_OPENS_MINUTES, videoOpensAt, type VideoVisit } from "./internal/rules-video";
