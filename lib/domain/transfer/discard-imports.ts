import { SYSTEM_ACTOR } from "@/lib/platform/auth/actor";
import { inTransaction } from "@/lib/platform/db/transaction";
import { recordChange } from "@/lib/platform/events/record";
import { importEvent } from "./events";
import { faultAt } from "./schema";

const RETENTION_HOURS = 24;
const VALUES_RETENTION_DAYS = 7;
const FORGOTTEN = [faultAt(1, null, "Nobody confirmed the import within a day. Upload the file again")];

/** Files that were checked and never confirmed are not kept: they may hold addresses of people. So may what faults quote. */
export async function discardForgottenImports(now: Date = new Date()): Promise<void> {
  const before = new Date(now.getTime() - RETENTION_HOURS * 3_600_000);
  await inTransaction(SYSTEM_ACTOR, async (tx) => {
    const rows = await tx.import.updateManyAndReturn({
      where: { status: "CHECKED", updatedAt: { lt: before } },
      data: {
        status: "FAILED",
        content: "",
        faults: FORGOTTEN,
        faultCount: 1,
        finishedAt: now,
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
    const longAgo = new Date(now.getTime() - VALUES_RETENTION_DAYS * 24 * 3_600_000);
    await tx.$executeRaw`
      UPDATE "Import" SET "faults" = (SELECT jsonb_agg(f - 'value' ORDER BY n) FROM jsonb_array_elements("faults") WITH ORDINALITY AS fault(f, n))
      WHERE "finishedAt" < ${longAgo} AND jsonb_path_exists("faults", '$[*].value')`;
  });
}
