import { notFound } from "next/navigation";
import { cache } from "react";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { orNotFound } from "@/app/or-not-found";
import { getDeskPatient } from "@/lib/domain/registrations/queries";
import { isUuid } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";

/** Returns a patient of this desk's hospital, or the 404 page; read once per request. */
export const deskPatient = cache(async (id: string) => {
  const desk = await requireDesk(routes.hospital.patient(id));
  if (!isUuid(id)) notFound();
  return { ...desk, patient: await orNotFound(getDeskPatient(desk.actor, desk.hospital.id, id)) };
});
