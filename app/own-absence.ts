import { notFound } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/actor/actor";
import { getDisruption } from "@/lib/domain/disruptions/queries";
import { isUuid } from "@/lib/platform/input/text";
import { orNotFound } from "./or-not-found";

/**
 * Returns an absence of the doctor, or one that concerns the hospital of the desk, or the 404 page: someone who is both
 * sees each in its portal. Read once per request.
 */
export const ownAbsence = cache(async (actor: Actor, portal: "hospital" | "doctor", id: string) => {
  if (!isUuid(id)) notFound();
  const row = await orNotFound(getDisruption(actor, id));
  const isHere =
    portal === "doctor" ? row.doctorId === actor.doctorId : row.hospitalIds.includes(actor.hospitalId ?? "");
  if (!isHere) notFound();
  return row;
});
