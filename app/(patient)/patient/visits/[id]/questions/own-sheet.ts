import { notFound } from "next/navigation";
import { cache } from "react";
import { ownVisit } from "@/app/(patient)/patient/visits/own-visit";
import { requirePageActor } from "@/lib/actor/session";
import { findSheet } from "@/lib/domain/questionnaires/queries";
import { routes } from "@/lib/site/routes";

/** Returns the questions the actor may answer before a visit, or the answers, or the 404 page; read and logged once per request. */
export const ownSheet = cache(async (id: string) => {
  const actor = await requirePageActor(routes.patient.questions(id));
  const visit = await ownVisit(actor, id);
  const sheet = await findSheet(actor, id);
  if (!sheet || (!sheet.mayAnswer && !sheet.submitted)) notFound();
  return { actor, visit, sheet };
});
