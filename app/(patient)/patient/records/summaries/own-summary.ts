import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { toSummary } from "@/app/to-summary";
import { ownVisit } from "@/app/(patient)/patient/visits/own-visit";
import type { Actor } from "@/lib/actor/actor";
import { getEncounter } from "@/lib/domain/records/queries";

/** Returns the summary of a signed visit of someone whose record the actor reads, or the 404 page. */
export const ownSummary = cache(async (actor: Actor, appointmentId: string) => {
  const card = await ownVisit(actor, appointmentId);
  if (!actor.readablePatientIds.includes(card.patientId)) notFound();
  const encounter = await orNotFound(getEncounter(actor, appointmentId));
  if (encounter.status !== "SIGNED") notFound();
  return toSummary(card, encounter);
});
