import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError } from "@/lib/platform/errors/app-error";
import { versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { addJob } from "@/lib/platform/jobs/add-job";
import { IMPORT_TASK } from "./continue-imports";
import { importEvent } from "./events";
import { getImportIn, importSelect, type ImportRow } from "./queries";

/**
 * Starts writing a file without errors into the tables: all of it or nothing. The work begins after commit. Throws
 * `not-found`, `invalid-transition` (not checked, with errors, or already run), `version-mismatch`.
 */
export function runImport(actor: Actor, id: string, expectedVersion?: ExpectedVersion): Promise<ImportRow> {
  return inTransaction(actor, async (tx) => {
    const before = await getImportIn(tx, actor, id);
    if (before.status !== "CHECKED")
      throw new AppError("invalid-transition", "Only a checked file without errors can be imported, and only once.");
    const [row] = await tx.import.updateManyAndReturn({
      where: { id, status: "CHECKED", version: expectedVersion ?? before.version },
      data: {
        status: "RUNNING",
        startedAt: new Date(),
        processedCount: 0,
        createdByUserId: actor.userId,
        version: { increment: 1 },
      },
      select: importSelect,
    });
    if (!row) throw versionMismatch();
    await addJob(tx, IMPORT_TASK, { importId: id });
    const audit = {
      action: "import.run",
      subject: "import",
      subjectId: id,
      hospitalId: row.hospitalId,
      details: { kind: row.kind, rows: row.rowCount },
    };
    await recordChange(tx, actor, audit, [importEvent("import.confirmed", row)]);
    return row;
  });
}
