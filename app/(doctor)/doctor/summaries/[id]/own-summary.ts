import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { toSummary } from "@/app/to-summary";
import type { DoctorActor } from "@/app/(doctor)/doctor/require-doctor";
import { ownVisit } from "@/app/(doctor)/doctor/visits/own-visit";
import { getEncounter } from "@/lib/domain/records/queries";

/** Returns the summary of a signed visit with this very doctor, or the 404 page. */
export const ownSummary = cache(async (actor: DoctorActor, appointmentId: string) => {
  const card = await ownVisit(actor, appointmentId);
  const encounter = await orNotFound(getEncounter(actor, appointmentId));
  if (encounter.status !== "SIGNED") notFound();
  return toSummary(card, encounter);
});
