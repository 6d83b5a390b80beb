import { instantText } from "@/lib/platform/time/iso-text";
import { ageOn } from "@/lib/domain/patients/rules";
import type { Notified } from "@/lib/domain/contacts/schema";
import type { AppointmentCard, AppointmentRow, ChangedAppointment } from "./queries";
import { changeDeadline } from "./rules";
import { steppedAt } from "./rules/undo";
import type { AppointmentOutput } from "./schema";
import { type MODE_LABELS, type ActionableAppointment } from "./format";

/** Returns the wire format of an appointment. */
export function toOutput(row: AppointmentRow): AppointmentOutput {
  return {
    id: row.id,
    doctorId: row.doctorId,
    patientId: row.patientId,
    hospitalId: row.hospitalId,
    scheduleId: row.scheduleId,
    serviceId: row.serviceId,
    start: instantText(row.startsAt),
    end: instantText(row.endsAt),
    status: row.status,
    mode: row.mode,
    reason: row.reason,
    statusReason: row.statusReason,
    needsRebooking: row.needsRebooking,
    changeUntil: changeDeadline(row).toISOString(),
    attendanceConfirmedAt: row.attendanceConfirmedAt?.toISOString() ?? null,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Returns the same for a changed one, with how its patient is notified. */
export function toChangedOutput(row: ChangedAppointment): AppointmentOutput & { notified: Notified } {
  return { ...toOutput(row), notified: row.notified };
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
  /** When the patient said that they will come. */
  attendanceConfirmedAt: string | null;
};

export function toVisitCard(row: AppointmentCard): VisitCard {
  const { hospital, doctor, schedule, patient } = row;
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    start: instantText(row.startsAt),
    end: instantText(row.endsAt),
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
    attendanceConfirmedAt: row.attendanceConfirmedAt?.toISOString() ?? null,
    steppedAt: steppedAt(row.status, row)?.toISOString() ?? null,
  };
}
