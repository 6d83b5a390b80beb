import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { keptBy } from "../policy";

/** Throws `not-found` unless the actor keeps this patient's background. */
export async function requireKept(tx: Tx, actor: Actor, patientId: string): Promise<void> {
  if ((await tx.patient.count({ where: { AND: [{ id: patientId }, keptBy(actor)] } })) === 0) throw notFound();
}
