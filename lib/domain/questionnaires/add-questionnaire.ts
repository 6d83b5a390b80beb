import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { requireManaged } from "@/lib/domain/hospitals/load-own-hospital";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { questionnaireEvent } from "./events";
import { questionnaireSelect } from "./internal/rows";
import { toQuestionnaire } from "./output";
import type { AddQuestionnaireInput, Questionnaire } from "./schema";

/**
 * Begins an empty questionnaire for a service: a hospital's, or without one the doctor's own. Throws `not-found`,
 * `forbidden` for a coordinator, `invalid` for a service they don't offer, `already-exists`.
 */
export function addQuestionnaire(
  actor: Actor,
  { serviceId, hospitalId }: AddQuestionnaireInput,
): Promise<Questionnaire> {
  return inTransaction(actor, async (tx) => {
    if (hospitalId) await requireManaged(tx, actor, hospitalId);
    const { doctorId } = hospitalId ? { doctorId: null } : actor;
    if (!hospitalId && !doctorId) throw notFound();
    await requireOffered(tx, serviceId, { doctorId, hospitalId });
    // Of two who begin it at once, the second finds the first one's.
    const [row] = await tx.questionnaire.createManyAndReturn({
      data: [{ serviceId, doctorId, hospitalId }],
      skipDuplicates: true,
      select: questionnaireSelect,
    });
    if (!row) throw new AppError("already-exists", "There is a questionnaire for this service already.");
    const audit = { action: "questionnaire.add", subject: "questionnaire", subjectId: row.id, doctorId, hospitalId };
    await recordChange(tx, actor, audit, [questionnaireEvent("questionnaire.added", row)]);
    return toQuestionnaire(row);
  });
}

async function requireOffered(
  tx: Tx,
  serviceId: string,
  { doctorId, hospitalId }: { doctorId: string | null; hospitalId: string | null },
): Promise<void> {
  const doctor = hospitalId ? { affiliations: { some: { hospitalId, status: { not: "ENDED" as const } } } } : {};
  const where = { serviceId, ...(doctorId ? { doctorId } : {}), doctor };
  if ((await tx.doctorService.count({ where })) > 0) return;
  const message = hospitalId ? "No doctor of the hospital offers this service" : "You don't offer this service";
  throw new AppError("invalid", `${message}.`, { fields: [{ path: "serviceId", message }] });
}
