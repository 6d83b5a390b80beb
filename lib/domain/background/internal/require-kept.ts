import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import type { Tx } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { keptBy } from "../policy";

/** Throws `not-found` unless the actor keeps this patient's background. */
export async function requireKept(tx: Tx, actor: Actor, patientId: string): Promise<void> {
  if ((await tx.patient.count({ where: { AND: [{ id: patientId }, keptBy(actor)] } })) === 0) throw notFound();
}

/**
 * Returns whose entry it is, for the lock under which it is changed: an entry that comes back to the list must see what
 * is being added to it. Throws `not-found`.
 */
export async function getOwner(actor: Actor, find: (tx: Tx) => Promise<{ patientId: string } | null>): Promise<string> {
  const entry = await inTransaction(actor, find);
  if (!entry) throw notFound();
  return entry.patientId;
}
