import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { notFound } from "@/lib/platform/errors/app-error";
import { releaseFile } from "@/lib/platform/files/stored-files";
import { wasSent } from "./internal/answer-files";
import { leaveTrace } from "./internal/leave-trace";
import { requireAnswerable } from "./internal/save-draft";

/**
 * Removes a file that answers no question any more, for good. One that was sent stays with what was sent. Throws `not-found`,
 * `forbidden` for those who may not answer, `invalid-transition` once the visit has begun.
 */
export function removeAnswerFile(actor: Actor, id: string): Promise<void> {
  return inTransaction(actor, async (tx) => {
    const row = await tx.answerFile.findUnique({
      where: { id },
      select: { id: true, appointmentId: true, question: true, fileId: true },
    });
    if (!row) throw notFound();
    const { visit } = await requireAnswerable(tx, actor, row.appointmentId);
    if (await wasSent(tx, row)) return;
    // Someone else may be removing it as well.
    const { count } = await tx.answerFile.deleteMany({ where: { id } });
    if (count === 0) throw notFound();
    await releaseFile(tx, row.fileId);
    await leaveTrace(tx, actor, visit, "answers.remove-file");
  });
}
