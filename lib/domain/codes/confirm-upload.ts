import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { addJob } from "@/lib/platform/jobs/add-job";
import { editionEvent } from "./events";
import { LOAD_TASK } from "./load-editions";
import { editionSelect, getEditionIn, type EditionRow } from "./queries";
import { PART_BYTES } from "./schema";

/**
 * Says that all parts are there: the file is read in the background, and its edition becomes the active one, or fails
 * and changes nothing. Throws `not-found`, `invalid-transition` (a part is missing, or it was confirmed before),
 * `version-mismatch`.
 */
export function confirmUpload(actor: Actor, id: string, expectedVersion?: ExpectedVersion): Promise<EditionRow> {
  return inTransaction(
    actor,
    async (tx) => {
      const before = await getEditionIn(tx, actor, id);
      if (before.status !== "UPLOADING")
        throw new AppError("invalid-transition", "This file has been uploaded already.");
      const parts = await tx.diagnosisFilePart.count({ where: { editionId: id } });
      if (parts < Math.ceil(before.fileBytes / PART_BYTES))
        throw new AppError("invalid-transition", "A part of the file is missing. Send it again.");
      const [row] = await tx.diagnosisEdition.updateManyAndReturn({
        where: { id, status: "UPLOADING", version: expectedVersion ?? before.version },
        data: { status: "LOADING", version: { increment: 1 } },
        select: editionSelect,
      });
      if (!row) throw versionMismatch();
      await addJob(tx, LOAD_TASK, { editionId: id });
      const audit = { action: "diagnosis-edition.load", subject: "diagnosis-edition", subjectId: id };
      await recordChange(tx, actor, audit, [editionEvent("diagnosis-edition.uploaded", id)]);
      return row;
    },
    { locks: [`diagnosis-edition:${id}`] },
  );
}
