import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { releaseFile } from "@/lib/platform/files/stored-files";
import { writableBy } from "./policy";

/** Removes a file from the draft of a visit's note for good. Throws `not-found`, or `invalid-transition` once signed. */
export function removeAttachment(actor: Actor, id: string): Promise<void> {
  return inTransaction(actor, async (tx) => {
    const row = await tx.attachment.findFirst({
      where: { id, encounter: writableBy(actor) },
      select: { fileId: true, patientId: true, encounter: { select: { status: true, doctorId: true } } },
    });
    if (!row) throw notFound();
    if (row.encounter.status === "SIGNED") throw new AppError("invalid-transition", "A signed note can't be changed.");
    await tx.attachment.delete({ where: { id } });
    await releaseFile(tx, row.fileId);
    const { doctorId } = row.encounter;
    const audit = { subject: "attachment", subjectId: id, patientId: row.patientId, doctorId };
    await recordChange(tx, actor, { action: "attachment.remove", ...audit });
  });
}
