import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { loadOwnCall } from "@/lib/domain/ambulances/get-tracked-call";
import { requirePageActor } from "@/lib/actor/session";
import { isUuid } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";

/** Returns one of the actor's own ambulance calls, or the 404 page; read once per request. */
export const ownCall = cache(async (id: string) => {
  const actor = await requirePageActor(routes.patient.ambulance(id));
  if (!isUuid(id)) notFound();
  return orNotFound(loadOwnCall(actor, id));
});
