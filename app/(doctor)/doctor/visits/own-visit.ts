import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { getAppointmentCard, type AppointmentCard } from "@/lib/domain/appointments/queries";
import { isUuid } from "@/lib/platform/input/text";
import type { DoctorActor } from "../require-doctor";

/** Returns a visit with this very doctor, or the 404 page: patients and the desk see it in their portals. */
export const ownVisit = cache(async (actor: DoctorActor, id: string): Promise<AppointmentCard> => {
  if (!isUuid(id)) notFound();
  const row = await orNotFound(getAppointmentCard(actor, id));
  if (row.doctorId !== actor.doctorId) notFound();
  return row;
});
