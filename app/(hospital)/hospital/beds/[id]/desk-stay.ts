import { notFound } from "next/navigation";
import { cache } from "react";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { orNotFound } from "@/app/or-not-found";
import { getStay } from "@/lib/domain/beds/queries";
import { isUuid } from "@/lib/platform/input/text";

/** A stay at this desk's hospital, or the 404 page; read once a request. */
export const deskStay = cache(async (id: string) => {
  const desk = await requireDesk(`/hospital/beds/${id}`);
  if (!isUuid(id)) notFound();
  const stay = await orNotFound(getStay(desk.actor, id));
  // Someone who works here may see stays elsewhere too, as a patient: in that portal.
  if (stay.hospitalId !== desk.hospital.id) notFound();
  return { ...desk, stay };
});
