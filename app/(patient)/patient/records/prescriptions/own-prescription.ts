import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import type { Actor } from "@/lib/actor/actor";
import { openPrescription } from "@/lib/domain/prescriptions/open-prescription";
import { isUuid } from "@/lib/platform/input/text";

/** Opens the prescription of a visit of someone whose record the actor reads, or the 404 page: doctors open theirs in their portal. */
export const ownPrescription = cache(async (actor: Actor, appointmentId: string) => {
  if (!isUuid(appointmentId) || actor.readablePatientIds.length === 0) notFound();
  const prescription = await orNotFound(openPrescription(actor, appointmentId));
  if (!actor.readablePatientIds.includes(prescription.patient.id)) notFound();
  return prescription;
});
