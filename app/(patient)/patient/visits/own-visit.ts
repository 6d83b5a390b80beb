import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { getAppointmentCard, type AppointmentCard } from "@/lib/domain/appointments/queries";
import { visiblePatientIds, type Actor } from "@/lib/actor/actor";
import { isUuid } from "@/lib/platform/input/text";

/** Returns a visit of one of the actor's own patients, or the 404 page: doctors see it in their portal. */
export const ownVisit = cache(async (actor: Actor, id: string): Promise<AppointmentCard> => {
  if (!isUuid(id)) notFound();
  const card = await orNotFound(getAppointmentCard(actor, id));
  if (!visiblePatientIds(actor).includes(card.patientId) || card.holdExpiresAt !== null) notFound();
  return card;
});
