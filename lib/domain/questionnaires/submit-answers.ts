import { isDeepStrictEqual } from "node:util";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { answersSubmitted } from "./events";
import { leaveTrace } from "./internal/leave-trace";
import { readSheet } from "./internal/read-sheet";
import { raiseSheet, saveDraft } from "./internal/save-draft";
import { missingAnswers, sentAnswers } from "./rules";
import type { Sheet, WriteAnswersInput } from "./schema";

/**
 * Saves answers and sends those to the questions that are asked: from now on the doctor of the visit reads them. Corrections
 * are sent in the same way, and what was sent before stays in the database; the same again is no change. Throws as
 * `writeAnswers`, and `invalid` naming the required questions without an answer.
 */
export function submitAnswers(actor: Actor, input: WriteAnswersInput): Promise<Sheet> {
  return inTransaction(actor, async (tx) => {
    const { asked, answers: given } = await saveDraft(tx, actor, input);
    const { visit, questions, sheet } = asked;
    const fields = missingAnswers(questions, given);
    if (fields.length > 0) throw new AppError("invalid", "Answer the marked questions, then send.", { fields });
    const answers = sentAnswers(questions, given);
    const before = await readSheet(tx, actor, asked);
    if (isDeepStrictEqual(before.submitted, answers)) return before;
    const submittedAt = new Date();
    const number = sheet.submissions + 1;
    const sent = await raiseSheet(tx, visit.id, sheet.version, { submissions: number, submittedAt });
    await tx.submittedAnswers.create({
      data: {
        appointmentId: visit.id,
        number,
        patientId: visit.patientId,
        answers,
        submittedById: actor.userId,
        submittedAt,
      },
      select: { number: true },
    });
    const { id: appointmentId, patientId, doctorId, hospitalId } = visit;
    const event = answersSubmitted({ appointmentId, patientId, doctorId, hospitalId });
    await leaveTrace(tx, actor, visit, "answers.submit", [event]);
    return readSheet(tx, actor, { ...asked, sheet: sent });
  });
}
