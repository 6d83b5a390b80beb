import { notFound } from "next/navigation";
import { cache } from "react";
import { dayOf, requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { orNotFound } from "@/app/or-not-found";
import { loadAffiliatedDoctor } from "@/lib/domain/front-desk/load-affiliated-doctor";
import { isUuid } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";

/** Returns a doctor of this desk's hospital with today's hours, or the 404 page; read once per request. */
export const deskDoctor = cache(async (id: string) => {
  const desk = await requireDesk(routes.hospital.doctor(id));
  if (!isUuid(id)) notFound();
  const now = new Date();
  const at = { now, day: dayOf(desk.hospital.timeZone, now) };
  return { ...desk, ...at, ...(await orNotFound(loadAffiliatedDoctor(desk.actor, desk.hospital.id, id, at))) };
});
