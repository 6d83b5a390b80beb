import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { instantText } from "@/lib/platform/time/iso-text";
import { canAnswer, canReadAnswers } from "../policy";
import { isOpen } from "../rules";
import type { Answers, Sheet } from "../schema";
import { listAnswerFiles, withStoredFiles } from "./answer-files";
import type { Asked } from "./find-asked";

/** Returns a sheet with the answers this reader may read. The look is for the caller to log. */
export async function readSheet(tx: Tx, actor: Actor, asked: Asked): Promise<Sheet> {
  const { visit, sheet } = asked;
  const where = { appointmentId: visit.id };
  const mayRead = sheet !== null && canReadAnswers(actor, visit);
  const typed =
    mayRead && canAnswer(actor, visit.patientId)
      ? await tx.answerDraft.findUnique({ where, select: { answers: true } })
      : null;
  // A file that was removed a moment ago is still in what was saved before.
  const draft = typed && (await withStoredFiles(tx, visit.id, asked.questions, typed.answers as Answers));
  const submitted =
    mayRead && sheet.submissions > 0
      ? await tx.submittedAnswers.findFirst({ where, orderBy: { number: "desc" }, select: { answers: true } })
      : null;
  const sent = (submitted?.answers ?? null) as Answers | null;
  const read = [draft, sent].filter((one) => one !== null);
  const files = await listAnswerFiles(tx, visit.id, asked.questions, read);
  return toSheet(actor, asked, { draft, submitted: sent, files });
}

/** What is asked before a visit and what was answered, for this reader. */
function toSheet(
  actor: Actor,
  { visit, questionnaireId, number, questions, sheet }: Asked,
  answered: Pick<Sheet, "draft" | "submitted" | "files">,
): Sheet {
  const submissions = sheet?.submissions ?? 0;
  return {
    appointmentId: visit.id,
    questionnaireId,
    number,
    questions,
    status: submissions > 0 ? "SUBMITTED" : sheet ? "IN_PROGRESS" : "NOT_STARTED",
    submittedAt: sheet?.submittedAt ? instantText(sheet.submittedAt) : null,
    version: sheet?.version ?? 0,
    mayAnswer: canAnswer(actor, visit.patientId) && isOpen(visit.status, submissions),
    ...answered,
  };
}
