import { isDeepStrictEqual } from "node:util";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch } from "@/lib/platform/errors/expected-version";
import { canAnswer } from "../policy";
import { draftProblems, givenAnswers, isOpen } from "../rules";
import type { Answers, WriteAnswersInput } from "../schema";
import { withStoredFiles } from "./answer-files";
import { findAsked, type Asked } from "./find-asked";
import { sheetSelect, type SheetRow } from "./rows";

const ELSEWHERE = "These answers were changed in another window.";

/** `answers`: what was stored of them. */
type Saved = { asked: Asked & { sheet: SheetRow }; answers: Answers; isChanged: boolean };

/**
 * Saves what has been answered so far, where that may still be done; the first time settles which version is answered. Throws
 * `not-found`, `forbidden`, `invalid` naming the answers, `invalid-transition`, `version-mismatch`.
 */
export async function saveDraft(tx: Tx, actor: Actor, input: WriteAnswersInput): Promise<Saved> {
  const asked = await requireAnswerable(tx, actor, input.appointmentId);
  const { questions } = asked;
  const fields = draftProblems(questions, input.answers);
  if (fields.length > 0) throw new AppError("invalid", "Correct the marked answers.", { fields });
  const answers = givenAnswers(questions, await withStoredFiles(tx, asked.visit.id, questions, input.answers));
  if (!asked.sheet)
    return {
      asked: { ...asked, sheet: await beginSheet(tx, asked, answers, input.version) },
      answers,
      isChanged: true,
    };
  requireVersion(asked.sheet, input.version, ELSEWHERE);
  const where = { appointmentId: asked.visit.id };
  const before = await tx.answerDraft.findUniqueOrThrow({ where, select: { answers: true } });
  if (isDeepStrictEqual(before.answers, answers))
    return { asked: { ...asked, sheet: asked.sheet }, answers, isChanged: false };
  const sheet = await raiseSheet(tx, asked.visit.id, asked.sheet.version, {});
  await tx.answerDraft.update({ where, data: { answers }, select: { appointmentId: true } });
  return { asked: { ...asked, sheet }, answers, isChanged: true };
}

/** Returns what is asked, where it may be answered now. Throws `not-found`, `forbidden`, `invalid-transition`. */
export async function requireAnswerable(tx: Tx, actor: Actor, appointmentId: string): Promise<Asked> {
  const asked = await findAsked(tx, actor, appointmentId);
  if (!asked) throw notFound();
  if (!canAnswer(actor, asked.visit.patientId)) {
    throw new AppError("forbidden", "Only the patient, and people with full access, can answer.");
  }
  if (!isOpen(asked.visit.status, asked.sheet?.submissions ?? 0)) {
    throw new AppError("invalid-transition", "The answers can't be changed any more.");
  }
  return asked;
}

async function beginSheet(tx: Tx, { visit, questionnaireId, number }: Asked, answers: object, version: number) {
  const own = { appointmentId: visit.id, patientId: visit.patientId };
  // Of two devices that begin at once, the slower one reads what the other saved.
  const [begun] =
    version === 0
      ? await tx.answerSheet.createManyAndReturn({
          data: [{ ...own, questionnaireId, number }],
          skipDuplicates: true,
          select: sheetSelect,
        })
      : [];
  if (!begun) throw versionMismatch(ELSEWHERE);
  await tx.answerDraft.create({ data: { ...own, answers }, select: { appointmentId: true } });
  return begun;
}

/** Makes the next version of a sheet. Throws `version-mismatch`. */
export async function raiseSheet(
  tx: Tx,
  appointmentId: string,
  version: number,
  data: { submissions?: number; submittedAt?: Date },
): Promise<SheetRow> {
  const [sheet] = await tx.answerSheet.updateManyAndReturn({
    where: { appointmentId, version },
    data: { ...data, version: { increment: 1 } },
    select: sheetSelect,
  });
  if (!sheet) throw versionMismatch(ELSEWHERE);
  return sheet;
}
