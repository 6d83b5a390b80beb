import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { editionEvent } from "./events";
import { canKeepEditions } from "./policy";
import { editionSelect, type EditionRow } from "./queries";
import type { StartEditionInput } from "./schema";
import { SYSTEM_OF } from "./status";

/**
 * Announces the file of an edition; its parts follow, then `confirmUpload`. A release that failed can be started again.
 * Throws `not-found`, `already-exists`.
 */
export function startEdition(actor: Actor, { format, ...input }: StartEditionInput): Promise<EditionRow> {
  if (!canKeepEditions(actor)) return Promise.reject(notFound());
  const named = { system: SYSTEM_OF[format], release: input.release };
  return inTransaction(
    actor,
    async (tx) => {
      const known = await tx.diagnosisEdition.count({
        where: { ...named, isBuiltIn: false, status: { not: "FAILED" } },
      });
      if (known > 0)
        throw new AppError(
          "already-exists",
          "This edition is here already. Remove it first, or name the release otherwise.",
        );
      const row = await tx.diagnosisEdition.create({
        data: { ...named, fileBytes: input.fileBytes, createdByUserId: actor.userId },
        select: editionSelect,
      });
      const audit = {
        action: "diagnosis-edition.start",
        subject: "diagnosis-edition",
        subjectId: row.id,
        details: named,
      };
      await recordChange(tx, actor, audit, [editionEvent("diagnosis-edition.started", row.id)]);
      return row;
    },
    { locks: ["diagnosis-editions"] },
  );
}
