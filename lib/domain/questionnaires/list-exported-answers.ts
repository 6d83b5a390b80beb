import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import type { Prisma } from "@/lib/platform/db/db";
import { startPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { uuid } from "@/lib/platform/input/text";
import { instantText } from "@/lib/platform/time/iso-text";
import type { Answers, ExportedAnswers, Question } from "./schema";

const exportSelect = {
  appointmentId: true,
  questionnaire: { select: { questions: true } },
  draft: { select: { answers: true } },
  submitted: { select: { answers: true, submittedAt: true }, orderBy: { number: "asc" } },
} satisfies Prisma.AnswerSheetSelect;

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
  const rows = await inTransaction(actor, (tx) =>
    tx.answerSheet.findMany({ where, orderBy: { appointmentId: "asc" }, take, select: exportSelect }),
  );
  const { items, nextCursor } = pageBy(rows, ({ appointmentId }) => ({ i: appointmentId }));
  return {
    nextCursor,
    items: items.map(({ appointmentId, questionnaire, draft, submitted }) => ({
      appointmentId,
      questions: questionnaire.questions as unknown as Question[],
      draft: (draft?.answers ?? null) as Answers | null,
      submitted: submitted.map(({ answers, submittedAt }) => ({
        at: instantText(submittedAt),
        answers: answers as Answers,
      })),
    })),
  };
}
