import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { sql } from "@/lib/platform/db/sql";
import { inBatches } from "@/lib/platform/jobs/in-batches";
import { passOn } from "./internal/pass-on";
import { lapsedOffers } from "./statements";

/**
 * Closes offers that were not answered in time, and offers each time to the next person in the same transaction. A timer runs
 * it on any number of instances; each offer is taken by one. Returns how many lapsed.
 */
export function lapseOffers(now: Date = new Date()): Promise<number> {
  return inBatches(
    (limit) => lapsedOffers(sql, now, limit),
    async (offer) =>
      Number(
        await inSqlTransaction(SYSTEM_ACTOR, (tx) => passOn(tx, SYSTEM_ACTOR, offer, "LAPSED", now), {
          locks: [`doctor:${offer.doctorId}`],
        }),
      ),
  );
}
