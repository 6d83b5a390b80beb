import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { notFound } from "@/lib/platform/errors/app-error";
import { openFile } from "@/lib/platform/files/stored-files";
import { wasSent } from "./internal/answer-files";
import { leaveTrace } from "./internal/leave-trace";
import { canAnswer, canReadAnswers } from "./policy";

const visitSelect = { id: true, patientId: true, doctorId: true, status: true } as const;

/**
 * Opens a file among the answers before a visit: for the patient's side, and once it was sent for those who read the answers. Every
 * opening is logged. Throws `not-found`.
 */
export async function openAnswerFile(actor: Actor, id: string) {
  const { fileId, ...file } = await inTransaction(actor, async (tx) => {
    const row = await tx.answerFile.findUnique({ where: { id }, include: { appointment: { select: visitSelect } } });
    if (!row || !canReadAnswers(actor, row.appointment)) throw notFound();
    if (!canAnswer(actor, row.appointment.patientId) && !(await wasSent(tx, row))) throw notFound();
    await leaveTrace(tx, actor, row.appointment, "answers.open-file");
    const { name, type, size } = row;
    return { fileId: row.fileId, name, type, size };
  });
  return { ...file, content: await openFile(fileId) };
}
