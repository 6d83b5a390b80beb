import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { editionEvent } from "./events";
import { ACTIVATION_LOCK } from "./internal/make-active";
import { getEditionIn } from "./queries";
import { isRemovable } from "./status";

/** Deleting a hundred thousand codes takes a few seconds. */
const TIMEOUT_MS = 60_000;

/**
 * Removes an edition with its codes, or stops one that is on its way. Stored diagnoses keep their code and name. Throws
 * `not-found`, `invalid-transition` (the active one, or the one that comes with the product), `version-mismatch`.
 */
export function removeEdition(actor: Actor, id: string, expectedVersion?: ExpectedVersion): Promise<void> {
  return inTransaction(
    actor,
    async (tx) => {
      const before = await getEditionIn(tx, actor, id);
      if (!isRemovable(before))
        throw new AppError(
          "invalid-transition",
          before.isActive
            ? "Doctors search in this edition. Use another one first."
            : "The built-in selection can't be removed.",
        );
      const { count } = await tx.diagnosisEdition.deleteMany({
        where: { id, isActive: false, version: expectedVersion ?? before.version },
      });
      if (count === 0) throw versionMismatch();
      const audit = {
        action: "diagnosis-edition.remove",
        subject: "diagnosis-edition",
        subjectId: id,
        details: { system: before.system, release: before.release },
      };
      await recordChange(tx, actor, audit, [editionEvent("diagnosis-edition.removed", id)]);
    },
    { locks: [ACTIVATION_LOCK], timeoutMs: TIMEOUT_MS },
  );
}
