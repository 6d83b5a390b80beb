import { ageOn } from "@/lib/domain/patients/rules";
import type { Notified } from "@/lib/domain/contacts/schema";
import { moneyOf } from "@/lib/platform/money/money";
import type { BedBookingRow, BedRow, ChangedBedBooking, StayRow, WardRow } from "./queries";
import type { BedBookingOutput, BedCounts, BedOutput, WardOutput } from "./schema";
import type { BedBookingStatus, BedCondition, BedState, RequestableStatus, WardKind } from "./status";

export const WARD_KIND_LABELS: Record<WardKind, string> = {
  GENERAL: "General",
  ICU: "Intensive care",
  HDU: "High dependency",
  MATERNITY: "Maternity",
  PAEDIATRIC: "Children",
  ISOLATION: "Isolation",
  EMERGENCY: "Emergency",
};

export type Tone = "neutral" | "good" | "wait" | "stop" | "accent";

export const BED_CONDITION_LABELS: Record<BedCondition, string> = {
  FREE: "Free",
  RESERVED: "Reserved",
  OCCUPIED: "Occupied",
  CLEANING: "Cleaning",
  OUT_OF_SERVICE: "Out of service",
};

/** The tone of a condition; always shown with its label and an icon. */
export const BED_CONDITION_TONES: Record<BedCondition, Tone> = {
  FREE: "good",
  RESERVED: "wait",
  OCCUPIED: "accent",
  CLEANING: "neutral",
  OUT_OF_SERVICE: "stop",
};

export const BED_STATE_LABELS: Record<BedState, string> = {
  READY: "Ready",
  CLEANING: "Cleaning",
  OUT_OF_SERVICE: "Out of service",
};

/** The label of each status of a stay. */
export const STATUS_LABELS: Record<BedBookingStatus, string> = {
  REQUESTED: "Requested",
  RESERVED: "Reserved",
  ADMITTED: "Admitted",
  DISCHARGED: "Discharged",
  DECLINED: "Declined",
  CANCELLED: "Cancelled",
  EXPIRED: "Expired",
};

export const STATUS_TONES: Record<BedBookingStatus, Tone> = {
  REQUESTED: "wait",
  RESERVED: "good",
  ADMITTED: "accent",
  DISCHARGED: "neutral",
  DECLINED: "stop",
  CANCELLED: "stop",
  EXPIRED: "stop",
};

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
  RESERVED: { label: "Reserve a bed", done: "Reserved" },
  ADMITTED: { label: "Admit", done: "Admitted" },
  DISCHARGED: {
    label: "Discharge",
    done: "Discharged. The bed is being cleaned.",
    question: "Discharge this patient?",
    consequence: "The stay ends now, and the bed goes to cleaning. This can't be undone.",
  },
  DECLINED: {
    label: "Decline",
    done: "Declined",
    question: "Decline this request?",
    consequence: "A bed reserved for it becomes free again. The patient will see your reason.",
  },
  CANCELLED: {
    label: "Cancel",
    done: "Cancelled",
    question: "Cancel this request?",
    consequence: "A bed reserved for it becomes free again. This can't be undone.",
  },
};

/** The counts of a ward without beds. */
export const noBeds: BedCounts = { total: 0, free: 0, reserved: 0, occupied: 0, cleaning: 0, outOfService: 0 };

/** Formats `YYYY-MM-DDTHH:mm:ssZ`, with milliseconds only when there are some. */
function instantText(at: Date): string {
  return at.toISOString().replace(".000Z", "Z");
}

const orNull = (at: Date | null) => at && instantText(at);

/** Returns the wire format of a bed booking. */
export function toOutput(row: BedBookingRow): BedBookingOutput {
  return {
    id: row.id,
    hospitalId: row.hospitalId,
    patientId: row.patientId,
    wardKind: row.wardKind,
    bedId: row.bedId,
    status: row.status,
    from: instantText(row.startsAt),
    to: orNull(row.endsAt),
    reservedUntil: orNull(row.reservedUntil),
    reason: row.reason,
    statusReason: row.statusReason,
    reservedAt: orNull(row.reservedAt),
    admittedAt: orNull(row.admittedAt),
    dischargedAt: orNull(row.dischargedAt),
    endedAt: orNull(row.endedAt),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Returns the same for a changed one, with how its patient is notified. */
export function toChangedOutput(row: ChangedBedBooking): BedBookingOutput & { notified: Notified } {
  return { ...toOutput(row), notified: row.notified };
}

export function toWardOutput(row: WardRow, beds: BedCounts = noBeds): WardOutput {
  const { id, hospitalId, name, kind, departmentId, cleaningMinutes, version, dailyRateMinor, currency } = row;
  const dailyRate = moneyOf(dailyRateMinor, currency);
  return { id, hospitalId, name, kind, departmentId, dailyRate, cleaningMinutes, version, beds };
}

export function toBedOutput(row: BedRow): BedOutput {
  const { id, hospitalId, wardId, kind, label, state, condition, stateReason, version } = row;
  const timed = { stateChangedAt: instantText(row.stateChangedAt), cleaningDueAt: orNull(row.cleaningDueAt) };
  return { id, hospitalId, wardId, kind, label, state, condition, reason: stateReason, ...timed, version };
}

/** A stay on a screen: names, no rows, instants as text. */
export type StayCard = BedBookingOutput & {
  patient: { name: string; phone: string | null; age: number | null };
  hospital: {
    name: string;
    slug: string;
    timeZone: string;
    address: string | null;
    city: string | null;
    phone: string | null;
  };
  bed: { label: string; ward: string; kind: WardKind } | null;
};

export function toStayCard(row: StayRow): StayCard {
  const { patient, hospital, bed } = row;
  return {
    ...toOutput(row),
    patient: { name: patient.name, phone: patient.phone, age: patient.bornOn && ageOn(patient.bornOn, row.startsAt) },
    hospital,
    bed: bed && { label: bed.label, ward: bed.ward.name, kind: bed.ward.kind },
  };
}

export { canUndoDischarge } from "./rules";
