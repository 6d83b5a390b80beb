import type { SummaryProps } from "@/components/records/visit-summary";
import type { AppointmentCard } from "@/lib/domain/appointments/queries";
import { toShownEncounter } from "@/lib/domain/records/output";
import type { EncounterRow } from "@/lib/domain/records/queries";

/** Returns what the summary of a visit shows, from the visit and its signed note. */
export function toSummary(card: AppointmentCard, encounter: EncounterRow): Omit<SummaryProps, "labels"> {
  const { patient, doctor, hospital, service, schedule } = card;
  return {
    patient: { name: patient.name, bornOn: patient.bornOn?.toISOString().slice(0, 10) ?? null },
    visit: {
      start: card.startsAt.toISOString(),
      timeZone: schedule?.timeZone ?? hospital?.timeZone ?? doctor.timeZone,
      doctorName: doctor.name,
      placeName: hospital?.name ?? doctor.practiceName,
      service: service?.name ?? null,
    },
    ...toShownEncounter(encounter),
    signedAt: (encounter.signedAt ?? card.startsAt).toISOString(),
  };
}
