import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { getTreatedNote } from "@/lib/domain/records/list-treated";
import { isUuid } from "@/lib/platform/input/text";
import type { DoctorActor } from "../require-doctor";

/** Returns a note this doctor may read, logged once for a request; else the 404 page. */
export const treatedNote = cache(async (actor: DoctorActor, id: string) => {
  if (!isUuid(id)) notFound();
  return orNotFound(getTreatedNote(actor, id));
});
