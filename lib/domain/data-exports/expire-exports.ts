import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { db } from "@/lib/platform/db/db";
import { inBatches } from "@/lib/platform/jobs/in-batches";
import { DAY_MS } from "@/lib/platform/time/iso-text";
import { dataExportEvent } from "./events";
import { failExports } from "./internal/fail-exports";
import { releaseParts } from "./internal/release-parts";

/** No worker has touched it for this long: its job is lost. */
const STALLED_MS = 3_600_000;
/** How long it stays known that something was exported, besides in the audit trail. */
const KNOWN_MS = 30 * DAY_MS;

/** Removes the files of exports whose day is over, ends those no worker writes any more, and forgets old ones. */
export async function expireExports(now: Date = new Date()): Promise<void> {
  await failExports({ updatedAt: { lt: new Date(now.getTime() - STALLED_MS) } }, "STALLED");
  const listDue = (take: number) =>
    db.dataExport.findMany({
      where: { status: "READY", expiresAt: { lte: now } },
      orderBy: { expiresAt: "asc" },
      take,
      select: { id: true, hospitalId: true },
    });
  await inBatches(listDue, expire);
  const old = { finishedAt: { lt: new Date(now.getTime() - KNOWN_MS) }, parts: { none: {} } };
  await db.dataExport.deleteMany({ where: { ...old, status: { in: ["EXPIRED", "FAILED", "CANCELLED"] } } });
}

function expire(row: { id: string; hospitalId: string | null }): Promise<number> {
  return inTransaction(SYSTEM_ACTOR, async (tx) => {
    const { count } = await tx.dataExport.updateMany({
      where: { id: row.id, status: "READY" },
      data: { status: "EXPIRED", version: { increment: 1 } },
    });
    if (count === 0) return 0;
    await releaseParts(tx, [row.id]);
    await recordChange(tx, SYSTEM_ACTOR, null, [dataExportEvent("data-export.expired", row)]);
    return count;
  });
}
