import { LOCK_NUMBERS } from "@/lib/platform/db/lock-numbers";
import { sql } from "@/lib/platform/db/sql";
import { sealNext } from "./statements";

/** A seal of this many entries is quickly made and quickly read. */
const PER_SEAL = 2_000;

/**
 * Seals every entry of the audit trail whose place in the order is final, in the order of their transactions; returns how
 * many. On any number of instances: to all but one at a time there is nothing to do. A crash leaves whole seals.
 */
export async function sealAudit(perSeal = PER_SEAL): Promise<number> {
  let sealed = 0;
  for (;;) {
    const [row] = await sealNext(sql, LOCK_NUMBERS.auditSeals, perSeal);
    if (!row || row.count === 0) return sealed;
    sealed += row.count;
  }
}
