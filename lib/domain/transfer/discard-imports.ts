import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { failImports } from "./internal/fail-import";
import { forgetQuotedValues } from "./statements";
import { faultAt } from "./schema";

const RETENTION_HOURS = 24;
const VALUES_RETENTION_DAYS = 7;
const FORGOTTEN = [faultAt(1, null, "The import wasn't confirmed within a day. Upload the file again")];

/**
 * Deletes files that were checked and never confirmed, because they may contain people's addresses. So may quoted
 * values.
 */
export async function discardForgottenImports(now: Date = new Date()): Promise<void> {
  const before = new Date(now.getTime() - RETENTION_HOURS * 3_600_000);
  await inTransaction(SYSTEM_ACTOR, async (tx) => {
    await failImports(tx, { status: "CHECKED", updatedAt: { lt: before } }, FORGOTTEN, now);
    const longAgo = new Date(now.getTime() - VALUES_RETENTION_DAYS * 24 * 3_600_000);
    await forgetQuotedValues(tx, longAgo);
  });
}
