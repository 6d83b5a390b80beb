import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError } from "@/lib/platform/errors/app-error";
import { versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { importEvent } from "./events";
import { getImportIn, importSelect, type ImportRow } from "./queries";
import { isDismissible } from "./status";

/**
 * Dismisses a file that creates nothing: one with errors, a failed one, or a checked one that is no longer wanted. Its
 * text and the values in its errors are deleted. Throws `not-found`, `invalid-transition`, `version-mismatch`.
 */
export function dismissImport(actor: Actor, id: string, expectedVersion?: ExpectedVersion): Promise<ImportRow> {
  return inTransaction(actor, async (tx) => {
    const before = await getImportIn(tx, actor, id);
    if (!isDismissible(before))
      throw new AppError(
        "invalid-transition",
        "Only a file that hasn't been imported can be dismissed, and only once.",
      );
    const [row] = await tx.import.updateManyAndReturn({
      where: { id, status: before.status, version: expectedVersion ?? before.version },
      data: {
        // Checked and dismissed: it can't be run any more.
        ...(before.status === "CHECKED" ? { status: "FAILED" as const, finishedAt: new Date() } : {}),
        content: "",
        faults: [],
        dismissedAt: new Date(),
        version: { increment: 1 },
      },
      select: importSelect,
    });
    if (!row) throw versionMismatch();
    const audit = {
      action: "import.dismiss",
      subject: "import",
      subjectId: id,
      hospitalId: row.hospitalId,
      details: { kind: row.kind, rows: row.rowCount },
    };
    await recordChange(tx, actor, audit, [importEvent("import.dismissed", row)]);
    return row;
  });
}
