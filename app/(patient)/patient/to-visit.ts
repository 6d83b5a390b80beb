import type { Visit } from "@/components/appointments/visit";
import { addressLine } from "@/lib/domain/appointments/format-calendar";
import { hasVideoLink } from "@/lib/domain/appointments/join-video";
import type { AppointmentCard } from "@/lib/domain/appointments/queries";
import { changeDeadline } from "@/lib/domain/appointments/rules";
import type { AppointmentStatus } from "@/lib/domain/appointments/status";

/** What a patient's page shows of an appointment. */
export function toVisit(card: AppointmentCard): Visit {
  const { id, version, status, needsRebooking, mode, reason, statusReason, cancellationNoticeMinutes, doctor, hospital } = card;
  const at = hospital ?? { ...doctor, name: doctor.practiceName };
  return {
    id,
    version,
    status,
    needsRebooking,
    mode,
    reason,
    statusReason,
    cancellationNoticeMinutes,
    hasVideoLink: hasVideoLink(card),
    start: card.startsAt.toISOString(),
    end: card.endsAt.toISOString(),
    graceUntil: card.graceUntil?.toISOString() ?? null,
    changeUntil: changeDeadline(card).toISOString(),
    timeZone: card.schedule?.timeZone ?? hospital?.timeZone ?? doctor.timeZone,
    doctor: { id: card.doctorId, name: doctor.name, slug: doctor.slug },
    service: card.serviceId && card.service ? { id: card.serviceId, name: card.service.name } : null,
    patient: { id: card.patientId, name: card.patient.name },
    place: { name: at.name, address: addressLine(at), phone: at.phone },
    history: historyOf(card),
  };
}

const ENDINGS: Partial<Record<AppointmentStatus, string>> = {
  DECLINED: "Declined by the practice",
  CANCELLED: "Cancelled",
  NO_SHOW: "Noted as not come",
  LEFT: "Noted as left without being seen",
  EXPIRED: "Closed: the request was not answered in time",
};

function historyOf(card: AppointmentCard): Visit["history"] {
  const atOnce = card.confirmedAt !== null && card.confirmedAt.getTime() - card.createdAt.getTime() < 1000;
  const ending = ENDINGS[card.status];
  const steps: [Date | null, string][] = [
    [card.createdAt, atOnce ? "Booked and confirmed" : "Requested"],
    [atOnce ? null : card.confirmedAt, "Confirmed by the practice"],
    [card.checkedInAt, "Checked in"],
    [card.startedAt, "The visit began"],
    [card.completedAt, "The visit was completed"],
    [ending ? card.endedAt : null, ending ?? ""],
  ];
  return steps.flatMap(([at, what]) => (at ? [{ at: at.toISOString(), what }] : []));
}
