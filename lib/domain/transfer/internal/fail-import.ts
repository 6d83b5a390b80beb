import { SYSTEM_ACTOR } from "@/lib/platform/auth/actor";
import { inTransaction } from "@/lib/platform/db/transaction";
import { recordChange } from "@/lib/platform/events/record";
import { importEvent } from "../events";
import { faultAt, SHOWN_FAULTS, type ImportFault } from "../schema";

/** Ends a file that is under way: nothing of it was written, and it is told why. */
export async function failImport(id: string, faults: ImportFault[]): Promise<void> {
  await inTransaction(SYSTEM_ACTOR, async (tx) => {
    const rows = await tx.import.updateManyAndReturn({
      where: { id, status: { in: ["CHECKING", "RUNNING"] } },
      data: {
        status: "FAILED",
        processedCount: 0,
        faultCount: faults.length,
        faults: faults.slice(0, SHOWN_FAULTS),
        content: "",
        finishedAt: new Date(),
        version: { increment: 1 },
      },
      select: { id: true, hospitalId: true },
    });
    await recordChange(
      tx,
      SYSTEM_ACTOR,
      null,
      rows.map((row) => importEvent("import.failed", row)),
    );
  });
}

/** A fault of the file as a whole. */
export function faultOf(message: string): ImportFault {
  return faultAt(1, null, message);
}
