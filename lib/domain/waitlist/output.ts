import { instantText } from "@/lib/platform/time/iso-text";
import { clockOf } from "@/lib/platform/time/wall-clock";
import type { WaitlistEntryCard, WaitlistEntryRow } from "./queries";
import type { WaitlistEntryOutput, WaitlistOfferOutput } from "./schema";

/** Returns the wire format of an entry, with the time offered now. */
export function toEntryOutput(row: WaitlistEntryRow): WaitlistEntryOutput {
  const { id, patientId, doctorId, hospitalId, specialtyId, serviceId, appointmentId, weekdays, status, version } = row;
  const [offer] = row.offers;
  return {
    ...{ id, patientId, doctorId, hospitalId, specialtyId, serviceId, appointmentId },
    from: dateText(row.fromOn),
    to: dateText(row.toOn),
    weekdays,
    startTime: clockOf(row.startMinute),
    endTime: clockOf(row.endMinute),
    status,
    offer: offer ? toOfferOutput(offer) : null,
    version,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}

function toOfferOutput(offer: WaitlistEntryRow["offers"][number]): WaitlistOfferOutput {
  const { id, entryId, doctorId, hospitalId, status } = offer;
  return {
    ...{ id, entryId, doctorId, hospitalId, status },
    start: instantText(offer.startsAt),
    end: instantText(offer.endsAt),
    expiresAt: offer.expiresAt.toISOString(),
    createdAt: offer.createdAt.toISOString(),
  };
}

function dateText(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** An entry on a screen: names, no rows, instants as text. */
export type WaitlistCard = WaitlistEntryOutput & {
  patient: { name: string; phone: string | null };
  doctorName: string | null;
  doctorSlug: string | null;
  hospitalName: string | null;
  specialtyName: string | null;
  serviceName: string | null;
  /** The visit it would replace. */
  replaces: { start: string; timeZone: string } | null;
  offered: { doctorName: string; placeName: string; timeZone: string; mode: "IN_PERSON" | "VIDEO" } | null;
};

export function toWaitlistCard(row: WaitlistEntryCard): WaitlistCard {
  const { patient, doctor, hospital, specialty, service, appointment } = row;
  const zone = hospital?.timeZone ?? doctor?.timeZone ?? "UTC";
  return {
    ...toEntryOutput(row),
    patient,
    doctorName: doctor?.name ?? null,
    doctorSlug: doctor?.slug ?? null,
    hospitalName: hospital?.name ?? null,
    specialtyName: specialty?.name ?? null,
    serviceName: service?.name ?? null,
    replaces: appointment && {
      start: instantText(appointment.startsAt),
      timeZone: appointment.schedule?.timeZone ?? zone,
    },
    offered: offeredOf(row),
  };
}

function offeredOf({ offers: [offer] }: WaitlistEntryCard): WaitlistCard["offered"] {
  if (!offer) return null;
  const { doctor, hospital, hold } = offer;
  return {
    doctorName: doctor.name,
    placeName: hospital?.name ?? doctor.practiceName ?? "Own practice",
    timeZone: hold?.schedule?.timeZone ?? hospital?.timeZone ?? doctor.timeZone,
    mode: hold?.mode ?? "IN_PERSON",
  };
}
