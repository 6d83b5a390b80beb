import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { notFound } from "@/lib/platform/errors/app-error";
import { releaseFile } from "@/lib/platform/files/stored-files";
import { leaveTrace } from "./internal/leave-trace";
import { canKeepFor } from "./policy";

/** Deletes a document for good, its content too. Throws `not-found`, also for those who may only read it. */
export function removeDocument(actor: Actor, id: string): Promise<void> {
  return inTransaction(actor, async (tx) => {
    const row = await tx.patientDocument.findUnique({ where: { id }, select: { fileId: true, patientId: true } });
    if (!row || !canKeepFor(actor, row.patientId)) throw notFound();
    const { patientId, fileId } = row;
    // Someone else may be deleting it as well.
    const { count } = await tx.patientDocument.deleteMany({ where: { id } });
    if (count === 0) throw notFound();
    await releaseFile(tx, fileId);
    await leaveTrace(tx, actor, "remove", { id, patientId });
  });
}
