import type { CallReason } from "./rules";
import { instantText } from "@/lib/platform/time/iso-text";
import type { ToCallRow } from "./queries";
import { CALL_WORDS } from "./format";
import type { ToCallOutput } from "./schema";

/** Returns the wire format of a To call entry. */
export function toOutput(row: ToCallRow): ToCallOutput {
  const start = row.appointment?.startsAt ?? row.bedBooking?.startsAt ?? null;
  return {
    id: row.id,
    reason: row.reason as CallReason,
    patientId: row.patientId,
    name: row.patient?.name ?? row.ambulanceBooking?.contactName ?? "",
    phone: row.ambulanceBooking?.contactPhone ?? row.patient?.phone ?? null,
    appointmentId: row.appointmentId,
    bedBookingId: row.bedBookingId,
    ambulanceBookingId: row.ambulanceBookingId,
    hospitalId: row.hospitalId,
    doctorId: row.doctorId,
    start: start && instantText(start),
    doneAt: row.doneAt?.toISOString() ?? null,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}

/** A To call entry on a list: with the doctor, the place's zone, the note, and who called. */
export type ToCallCard = ToCallOutput & {
  doctorName: string | null;
  timeZone: string | null;
  words: string;
  statusReason: string | null;
  doneBy: string | null;
};

export function toCard(row: ToCallRow): ToCallCard {
  const { appointment, bedBooking, ambulanceBooking } = row;
  return {
    ...toOutput(row),
    doctorName: row.doctor?.name ?? null,
    timeZone: appointment?.schedule?.timeZone ?? appointment?.doctor.timeZone ?? bedBooking?.hospital.timeZone ?? null,
    words: CALL_WORDS[row.reason as CallReason],
    statusReason: (appointment ?? bedBooking)?.texts[0]?.text ?? ambulanceBooking?.statusReason ?? null,
    doneBy: row.doneBy?.name ?? null,
  };
}
