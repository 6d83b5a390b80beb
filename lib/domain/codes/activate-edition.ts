import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { editionEvent } from "./events";
import { ACTIVATION_LOCK, makeActive } from "./internal/make-active";
import { getEditionIn, type EditionRow } from "./queries";

/**
 * Makes doctors search in this edition from now on; stored diagnoses stay as they are. Repeating it is fine. Throws
 * `not-found`, `invalid-transition` (not loaded), `version-mismatch`.
 */
export function activateEdition(actor: Actor, id: string, expectedVersion?: ExpectedVersion): Promise<EditionRow> {
  return inTransaction(
    actor,
    async (tx) => {
      const before = await getEditionIn(tx, actor, id);
      if (before.isActive) return before;
      if (before.status !== "READY") throw new AppError("invalid-transition", "This edition hasn't been loaded.");
      if (before.version !== (expectedVersion ?? before.version)) throw versionMismatch();
      await makeActive(tx, id);
      const audit = { action: "diagnosis-edition.activate", subject: "diagnosis-edition", subjectId: id };
      await recordChange(tx, actor, audit, [editionEvent("diagnosis-edition.activated", id)]);
      return getEditionIn(tx, actor, id);
    },
    { locks: [ACTIVATION_LOCK] },
  );
}
