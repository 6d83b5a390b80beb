import { notFound } from "next/navigation";
import { cache } from "react";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { orNotFound } from "@/app/or-not-found";
import { getStay } from "@/lib/domain/beds/queries";
import { isUuid } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";

/** Returns a stay at this desk's hospital, or the 404 page; read once per request. */
export const deskStay = cache(async (id: string) => {
  const desk = await requireDesk(routes.hospital.stay(id));
  if (!isUuid(id)) notFound();
  const stay = await orNotFound(getStay(desk.actor, id));
  // A staff member may also see stays elsewhere as a patient, in that portal.
  if (stay.hospitalId !== desk.hospital.id) notFound();
  return { ...desk, stay };
});
