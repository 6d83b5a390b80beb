import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { importEvent } from "../events";
import { readImport } from "./read-import";
import { SHOWN_FAULTS } from "../schema";

/** Runs the dry run of a file: finds all its errors and writes nothing else. A file with errors is not kept. */
export async function checkImport(id: string): Promise<void> {
  const file = await db.import.findFirst({
    where: { id, status: "CHECKING" },
    select: { id: true, hospitalId: true, kind: true, content: true, reading: true },
  });
  if (!file) return;
  const { rowCount, faults } = await readImport(db, file);
  await inTransaction(SYSTEM_ACTOR, async (tx) => {
    const { count } = await tx.import.updateMany({
      where: { id, status: "CHECKING" },
      data: {
        status: faults.length > 0 ? "FAULTY" : "CHECKED",
        rowCount,
        faultCount: faults.length,
        faults: faults.slice(0, SHOWN_FAULTS),
        ...(faults.length > 0 ? { content: "", finishedAt: new Date() } : {}),
        version: { increment: 1 },
      },
    });
    if (count > 0) await recordChange(tx, SYSTEM_ACTOR, null, [importEvent("import.checked", file)]);
  });
}
