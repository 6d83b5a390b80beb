import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { recordChange } from "@/lib/actor/record";
import type { Prisma } from "@/lib/platform/db/db";
import { questionnaireEvent } from "../events";
import { canChange, visibleTo } from "../policy";
import { questionnaireSelect, type QuestionnaireRow } from "./rows";

/** Returns a questionnaire the actor may change. Throws `not-found`, `forbidden` for a coordinator, `version-mismatch`. */
export async function requireOwn(
  tx: Tx,
  actor: Actor,
  id: string,
  expectedVersion: ExpectedVersion,
): Promise<QuestionnaireRow> {
  const row = await tx.questionnaire.findFirst({ where: { id, ...visibleTo(actor) }, select: questionnaireSelect });
  if (!row) throw notFound();
  if (!canChange(actor, row)) throw new AppError("forbidden", "Only a manager of the hospital can change this.");
  requireVersion(row, expectedVersion);
  return row;
}

/** Makes the next version of a questionnaire's row, with its audit entry and event. Throws `version-mismatch`. */
export async function raiseQuestionnaire(
  tx: Tx,
  actor: Actor,
  before: QuestionnaireRow,
  data: Prisma.QuestionnaireUncheckedUpdateManyInput,
  step: { action: "change" | "publish" | "withdraw"; type: "changed" | "published" | "withdrawn" },
): Promise<QuestionnaireRow> {
  const [row] = await tx.questionnaire.updateManyAndReturn({
    where: { id: before.id, version: before.version },
    data: { ...data, version: { increment: 1 } },
    select: questionnaireSelect,
  });
  if (!row) throw versionMismatch();
  const { id, doctorId, hospitalId } = row;
  const audit = {
    action: `questionnaire.${step.action}`,
    subject: "questionnaire",
    subjectId: id,
    doctorId,
    hospitalId,
  };
  await recordChange(tx, actor, audit, [questionnaireEvent(`questionnaire.${step.type}`, row)]);
  return row;
}
