import type { Actor } from "@/lib/actor/actor";
import { listOwnPatients, type MyPatient } from "@/lib/domain/patients/queries";
import { canExport } from "./policy";

/** Returns the patients whose whole record the actor may download. */
export async function listExportable(actor: Actor): Promise<MyPatient[]> {
  const ids = actor.patientIds.filter((id) => canExport(actor, id));
  return ids.length > 0 ? listOwnPatients(actor, ids) : [];
}
