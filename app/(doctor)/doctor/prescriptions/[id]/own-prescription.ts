import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import type { DoctorActor } from "@/app/(doctor)/doctor/require-doctor";
import { ownVisit } from "@/app/(doctor)/doctor/visits/own-visit";
import { openPrescription } from "@/lib/domain/prescriptions/open-prescription";
import { isUuid } from "@/lib/platform/input/text";

/** Opens the prescription of a visit with this very doctor, or the 404 page. */
export const ownPrescription = cache(async (actor: DoctorActor, appointmentId: string) => {
  if (!isUuid(appointmentId)) notFound();
  await ownVisit(actor, appointmentId);
  return orNotFound(openPrescription(actor, appointmentId));
});
