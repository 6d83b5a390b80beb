import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { dataExportEvent } from "./events";
import { releaseParts } from "./internal/release-parts";
import { exportSelect, getExport, type DataExportRow } from "./queries";
import { isUnderWay } from "./status";

/**
 * Cancels an export that is being written; nothing of it is kept. Throws `not-found`, `forbidden` (someone else's),
 * `invalid-transition`, `version-mismatch`.
 */
export function cancelExport(actor: Actor, id: string, expectedVersion?: ExpectedVersion): Promise<DataExportRow> {
  return inTransaction(actor, async (tx) => {
    const before = await getExport(actor, id, tx);
    if (before.requestedByUserId !== actor.userId)
      throw new AppError("forbidden", "Only the person who asked for an export can cancel it.");
    if (!isUnderWay(before.status))
      throw new AppError("invalid-transition", "Only an export that is being written can be cancelled.");
    const [row] = await tx.dataExport.updateManyAndReturn({
      where: { id, status: { in: ["WAITING", "RUNNING"] }, version: expectedVersion ?? before.version },
      data: { status: "CANCELLED", finishedAt: new Date(), cursor: null, version: { increment: 1 } },
      select: exportSelect,
    });
    if (!row) throw versionMismatch();
    await releaseParts(tx, [id]);
    const { hospitalId, kind } = row;
    const audit = {
      action: "data-export.cancel",
      subject: "data-export",
      subjectId: id,
      hospitalId,
      details: { kind },
    };
    await recordChange(tx, actor, audit, [dataExportEvent("data-export.cancelled", row)]);
    return row;
  });
}
