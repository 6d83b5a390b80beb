import type { AppointmentRow } from "./queries";
import type { AppointmentOutput } from "./schema";
import type { AppointmentStatus } from "./status";

/** What people read for each state. */
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
  NO_SHOW: "Did not come",
};

export type StatusTone = "neutral" | "good" | "wait" | "stop" | "accent";

/** The tone a state is shown in; never alone, always beside its label and an icon. */
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
};

export const MODE_LABELS = { IN_PERSON: "In person", VIDEO: "By video" } as const;

/** The wire form of an appointment. */
export function toOutput(row: AppointmentRow): AppointmentOutput {
  return {
    id: row.id,
    doctorId: row.doctorId,
    patientId: row.patientId,
    hospitalId: row.hospitalId,
    scheduleId: row.scheduleId,
    serviceId: row.serviceId,
    start: seconds(row.startsAt),
    end: seconds(row.endsAt),
    status: row.status,
    mode: row.mode,
    reason: row.reason,
    statusReason: row.statusReason,
    needsRebooking: row.needsRebooking,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}

/** `YYYY-MM-DDTHH:mm:ssZ`: the one spelling of a slot's bounds. */
export function seconds(at: Date): string {
  return at.toISOString().replace(".000Z", "Z");
}
