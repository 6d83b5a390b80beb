import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { getDoctorPatient } from "@/lib/domain/appointments/list-doctor-patients";
import type { DoctorPatient } from "@/lib/domain/appointments/schema";
import { unsafeFindSurvivor } from "@/lib/domain/merges/queries";
import { isUuid } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";
import type { DoctorActor } from "../require-doctor";

/** Returns a patient of this doctor, or someone whose record they were given or have opened; else the 404 page. */
export const ownPatient = cache(async (actor: DoctorActor, id: string): Promise<DoctorPatient> => {
  if (!isUuid(id)) notFound();
  const survivor = await unsafeFindSurvivor(id);
  const patient = await orNotFound(getDoctorPatient(actor, survivor ?? id));
  // Merged, perhaps while the page was open: the other record has it all.
  if (survivor) redirect(routes.doctor.patient(survivor));
  return patient;
});
