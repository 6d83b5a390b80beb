import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { getQuestionnaire } from "@/lib/domain/questionnaires/queries";
import { isUuid } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../../require-doctor";

/** Returns what this doctor asks, or the 404 page: a hospital's is in its portal. Read once per request. */
export const ownQuestionnaire = cache(async (id: string) => {
  const actor = await requireDoctor(routes.doctor.questionnaire(id));
  if (!isUuid(id)) notFound();
  const row = await orNotFound(getQuestionnaire(actor, id));
  if (row.doctorId !== actor.doctorId) notFound();
  return { actor, row };
});
