import { notFound } from "next/navigation";
import { cache } from "react";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { orNotFound } from "@/app/or-not-found";
import { loadDeskAppointment } from "@/lib/domain/front-desk/load-front-desk";
import { isUuid } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";

/** Returns an appointment at this desk's hospital, or the 404 page; read once per request. */
export const deskAppointment = cache(async (id: string) => {
  const desk = await requireDesk(routes.hospital.appointment(id));
  if (!isUuid(id)) notFound();
  return { ...desk, ...(await orNotFound(loadDeskAppointment(desk.actor, desk.hospital.id, id))) };
});
