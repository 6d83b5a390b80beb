import type { Visit } from "@/components/appointments/visit";
import type { Actor } from "@/lib/actor/actor";
import { addressLine } from "@/lib/domain/appointments/format-calendar";
import { hasVideoLink } from "@/lib/domain/appointments/join-video";
import type { AppointmentCard } from "@/lib/domain/appointments/queries";
import { changeDeadline } from "@/lib/domain/appointments/rules";

/** Returns what a patient's page shows of an appointment; those who only read the record change nothing. */
export function toVisit(card: AppointmentCard, actor: Pick<Actor, "ownPatientId" | "patientIds">): Visit {
  const { doctor, hospital } = card;
  const at = hospital ?? { ...doctor, name: doctor.practiceName };
  return {
    id: card.id,
    version: card.version,
    status: card.status,
    canChange: actor.patientIds.includes(card.patientId),
    whose: card.patientId === actor.ownPatientId ? null : card.patient.name,
    needsRebooking: card.needsRebooking,
    mode: card.mode,
    reason: card.reason,
    statusReason: card.statusReason,
    cancellationNoticeMinutes: card.cancellationNoticeMinutes,
    hasVideoLink: hasVideoLink(card),
    start: card.startsAt.toISOString(),
    end: card.endsAt.toISOString(),
    graceUntil: card.graceUntil?.toISOString() ?? null,
    changeUntil: changeDeadline(card).toISOString(),
    attendanceConfirmedAt: card.attendanceConfirmedAt?.toISOString() ?? null,
    timeZone: card.schedule?.timeZone ?? hospital?.timeZone ?? doctor.timeZone,
    doctor: { id: card.doctorId, name: doctor.name, slug: doctor.slug },
    service: card.serviceId && card.service ? { id: card.serviceId, name: card.service.name } : null,
    patient: { id: card.patientId, name: card.patient.name },
    place: { name: at.name, address: addressLine(at), phone: at.phone },
  };
}
