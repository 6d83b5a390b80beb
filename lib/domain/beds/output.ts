import { instantText } from "@/lib/platform/time/iso-text";
import { ageOn } from "@/lib/domain/patients/rules";
import type { Notified } from "@/lib/domain/contacts/schema";
import { moneyOf } from "@/lib/platform/money/money";
import type { BedBookingRow, BedRow, ChangedBedBooking, StayRow, WardRow } from "./queries";
import type { BedBookingOutput, BedCounts, BedOutput, WardOutput } from "./schema";
import type { WardKind } from "./status";

/** The counts of a ward without beds. */
export const noBeds: BedCounts = {
  total: 0,
  free: 0,
  reserved: 0,
  occupied: 0,
  cleaning: 0,
  outOfService: 0,
  closed: 0,
};

const instantOrNull = (at: Date | null) => at && instantText(at);

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
    to: instantOrNull(row.endsAt),
    reservedUntil: instantOrNull(row.reservedUntil),
    reason: row.reason,
    statusReason: row.statusReason,
    reservedAt: instantOrNull(row.reservedAt),
    admittedAt: instantOrNull(row.admittedAt),
    dischargedAt: instantOrNull(row.dischargedAt),
    endedAt: instantOrNull(row.endedAt),
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
  const timed = { stateChangedAt: instantText(row.stateChangedAt), cleaningDueAt: instantOrNull(row.cleaningDueAt) };
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
