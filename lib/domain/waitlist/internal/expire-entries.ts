import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { sql } from "@/lib/platform/db/sql";
import { inBatches } from "@/lib/platform/jobs/in-batches";
import { endEntry } from "./end-entry";
import { overEntries } from "../statements";

/**
 * Ends entries that are over: after their last date, when the visit to replace has begun or is off, when the record was
 * merged into another; of one doctor's visits, or all. Each is taken by one instance. Returns how many ended.
 */
export function expireEntries(now: Date = new Date(), tiedDoctorId: string | null = null): Promise<number> {
  return inBatches(
    (limit) => overEntries(sql, now, tiedDoctorId, limit),
    async ({ id }) =>
      Number(await inSqlTransaction(SYSTEM_ACTOR, (tx) => endEntry(tx, SYSTEM_ACTOR, id, "EXPIRED", now))),
  );
}
