import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import type { Prisma, Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { importEvent } from "../events";
import { faultAt, SHOWN_FAULTS, type ImportFault } from "../schema";

/** Ends an import that is under way: nothing of it was written, and its errors say why. */
export async function failImport(id: string, faults: ImportFault[]): Promise<void> {
  await inTransaction(SYSTEM_ACTOR, (tx) => failImports(tx, { id, status: { in: ["CHECKING", "RUNNING"] } }, faults));
}

/** The same for all that match, in the caller's transaction. Their files go. */
export async function failImports(
  tx: Tx,
  where: Prisma.ImportWhereInput,
  faults: ImportFault[],
  now: Date = new Date(),
): Promise<void> {
  const rows = await tx.import.updateManyAndReturn({
    where,
    data: {
      status: "FAILED",
      processedCount: 0,
      faultCount: faults.length,
      faults: faults.slice(0, SHOWN_FAULTS),
      content: "",
      finishedAt: now,
      version: { increment: 1 },
    },
    select: { id: true, hospitalId: true },
  });
  const events = rows.map((row) => importEvent("import.failed", row));
  await recordChange(tx, SYSTEM_ACTOR, null, events);
}

/** An error of the file as a whole. */
export function faultOf(message: string): ImportFault {
  return faultAt(1, null, message);
}
