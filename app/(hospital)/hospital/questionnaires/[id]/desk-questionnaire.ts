import { notFound } from "next/navigation";
import { cache } from "react";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { orNotFound } from "@/app/or-not-found";
import { getQuestionnaire } from "@/lib/domain/questionnaires/queries";
import { isUuid } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";

/** Returns what this hospital asks, or the 404 page: a doctor's own is in their portal. Read once per request. */
export const deskQuestionnaire = cache(async (id: string) => {
  const desk = await requireDesk(routes.hospital.questionnaire(id));
  if (!isUuid(id)) notFound();
  const row = await orNotFound(getQuestionnaire(desk.actor, id));
  if (row.hospitalId !== desk.hospital.id) notFound();
  return { ...desk, row };
});
