import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { getStay } from "@/lib/domain/beds/queries";
import type { Actor } from "@/lib/actor/actor";
import { isUuid } from "@/lib/platform/input/text";

/** Returns a stay of one of the actor's own patients, or the 404 page: staff see it in their portal. */
export const ownStay = cache(async (actor: Actor, id: string) => {
  if (!isUuid(id)) notFound();
  const stay = await orNotFound(getStay(actor, id));
  if (!actor.patientIds.includes(stay.patientId)) notFound();
  return stay;
});
