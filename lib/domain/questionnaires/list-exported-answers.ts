import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import type { Prisma, Tx } from "@/lib/platform/db/db";
import { startPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { uuid } from "@/lib/platform/input/text";
import { instantText } from "@/lib/platform/time/iso-text";
import { listAnswerFiles } from "./internal/answer-files";
import type { Answers, ExportedAnswers, Question } from "./schema";

const exportSelect = {
  appointmentId: true,
  questionnaire: { select: { questions: true } },
  draft: { select: { answers: true } },
  submitted: { select: { answers: true, submittedAt: true }, orderBy: { number: "asc" } },
} satisfies Prisma.AnswerSheetSelect;
type ExportRow = Prisma.AnswerSheetGetPayload<{ select: typeof exportSelect }>;

/**
 * Returns a page of what a patient was asked before visits and answered, each time it was sent, for the export of their record.
 * The export as a whole is in the audit trail, not each sheet.
 */
export async function listExportedAnswers(
  actor: Actor,
  patientId: string,
  query: PageQuery,
): Promise<Page<ExportedAnswers>> {
  const { after, take, pageBy } = startPage(query, z.strictObject({ i: uuid }));
  const where = { patientId, ...(after ? { appointmentId: { gt: after.i } } : {}) };
  return inTransaction(actor, async (tx) => {
    const rows = await tx.answerSheet.findMany({
      where,
      orderBy: { appointmentId: "asc" },
      take,
      select: exportSelect,
    });
    const { items, nextCursor } = pageBy(rows, ({ appointmentId }) => ({ i: appointmentId }));
    const exported: ExportedAnswers[] = [];
    for (const item of items) exported.push(await toExported(tx, item));
    return { nextCursor, items: exported };
  });
}

async function toExported(
  tx: Tx,
  { appointmentId, questionnaire, draft, submitted }: ExportRow,
): Promise<ExportedAnswers> {
  const questions = questionnaire.questions as unknown as Question[];
  const typed = (draft?.answers ?? null) as Answers | null;
  const sent = submitted.map(({ answers, submittedAt }) => ({
    at: instantText(submittedAt),
    answers: answers as Answers,
  }));
  const all = [...(typed ? [typed] : []), ...sent.map(({ answers }) => answers)];
  const files = await listAnswerFiles(tx, appointmentId, questions, all);
  return { appointmentId, questions, draft: typed, submitted: sent, files };
}
