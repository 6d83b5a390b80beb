import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import type { Prisma } from "@/lib/platform/db/db";
import { dataExportEvent } from "../events";
import type { ExportFault } from "../status";
import { releaseParts } from "./release-parts";

/** Ends exports that are under way: nothing of them is kept, and their fault says why. */
export async function failExports(where: Prisma.DataExportWhereInput, fault: ExportFault): Promise<void> {
  await inTransaction(SYSTEM_ACTOR, async (tx) => {
    const rows = await tx.dataExport.updateManyAndReturn({
      where: { ...where, status: { in: ["WAITING", "RUNNING"] } },
      data: { status: "FAILED", fault, finishedAt: new Date(), cursor: null, version: { increment: 1 } },
      select: { id: true, hospitalId: true },
    });
    await releaseParts(
      tx,
      rows.map(({ id }) => id),
    );
    const events = rows.map((row) => dataExportEvent("data-export.failed", row));
    await recordChange(tx, SYSTEM_ACTOR, null, events);
  });
}
