import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import type { Prisma } from "@/lib/platform/db/db";
import { editionEvent } from "../events";

/** Ends an edition that is on its way: its codes and its file go, and `fault` says why. The active one stays active. */
export function failEdition(id: string, fault: string): Promise<void> {
  return failEditions({ id, status: { in: ["UPLOADING", "LOADING"] } }, fault);
}

/** The same for all that match. */
export async function failEditions(where: Prisma.DiagnosisEditionWhereInput, fault: string): Promise<void> {
  await inTransaction(
    SYSTEM_ACTOR,
    async (tx) => {
      const rows = await tx.diagnosisEdition.updateManyAndReturn({
        where,
        data: {
          status: "FAILED",
          fault,
          codeCount: 0,
          claimedBy: null,
          finishedAt: new Date(),
          version: { increment: 1 },
        },
        select: { id: true },
      });
      const editionId = { in: rows.map(({ id }) => id) };
      await tx.diagnosisFilePart.deleteMany({ where: { editionId } });
      await tx.diagnosisCode.deleteMany({ where: { editionId } });
      const events = rows.map(({ id }) => editionEvent("diagnosis-edition.failed", id));
      await recordChange(tx, SYSTEM_ACTOR, null, events);
    },
    { timeoutMs: 60_000 },
  );
}
