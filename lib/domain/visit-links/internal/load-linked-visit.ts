import { addressLine } from "@/lib/domain/appointments/format-calendar";
import { changeDeadline, isReschedulable, isStillChangeable } from "@/lib/domain/appointments/rules";
import { unsafeIsToBeCalled } from "@/lib/domain/contacts/queries";
import { instantText } from "@/lib/platform/time/iso-text";
import type { LinkedVisit } from "../schema";
import type { OpenedLink } from "./require-link";

/** Returns what a link shows of its appointment now. */
export async function loadLinkedVisit({ card, purpose }: Omit<OpenedLink, "actor">): Promise<LinkedVisit> {
  const { doctor, hospital, schedule } = card;
  const needsRebooking = card.needsRebooking && isReschedulable(card.status);
  const at = hospital ?? { ...doctor, name: doctor.practiceName };
  return {
    purpose,
    givenName: card.patient.name.split(" ")[0] ?? "",
    status: card.status,
    start: instantText(card.startsAt),
    end: instantText(card.endsAt),
    timeZone: schedule?.timeZone ?? hospital?.timeZone ?? doctor.timeZone,
    isVideo: card.mode === "VIDEO",
    place: { name: at.name, address: addressLine(at), phone: at.phone },
    attendanceConfirmedAt: card.attendanceConfirmedAt?.toISOString() ?? null,
    needsRebooking,
    canBeCalled: card.patient.phone !== null,
    isToBeCalled: needsRebooking && (await unsafeIsToBeCalled(card.id)),
    changeUntil: changeDeadline(card).toISOString(),
    canChange: isReschedulable(card.status) && isStillChangeable(card, new Date()),
    doctorId: card.doctorId,
    serviceId: card.serviceId,
    hospitalId: card.hospitalId,
  };
}
