import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { db, type Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { callLock, endUnserved, offerToOthers } from "./internal/offer-call";
import { dueCall, dueCalls } from "./statements";
import { callSelect, type CallRow } from "./queries";
import { GIVE_UP_MINUTES, minutesAfter } from "./rules";

/**
 * Escalates calls (docs/domain.md §4). A call not dispatched in time, or whose hospitals have no vehicle left, is also
 * offered to the next nearest; one that waits for a vehicle is offered once there is one; one without a vehicle for an
 * hour ends. A timer runs it on any number of instances, and the next round completes what a dead one left. Returns how
 * many calls it changed.
 */
export async function escalateCalls(now: Date = new Date()): Promise<number> {
  // All at once: no call waits longer than an hour, so there are never many, and the index contains only them.
  const due = await dueCalls(db, now);
  let count = 0;
  for (const { id } of due) count += await escalateOne(id, now);
  return count;
}

function escalateOne(id: string, now: Date): Promise<0 | 1> {
  return inTransaction(
    SYSTEM_ACTOR,
    async (tx) => {
      const call = await stillDue(tx, id, now);
      if (!call) return 0;
      const isHopeless = minutesAfter(call.createdAt, GIVE_UP_MINUTES) <= now;
      const row = isHopeless
        ? await endUnserved(tx, SYSTEM_ACTOR, call, now)
        : await offerToOthers(tx, SYSTEM_ACTOR, call, now);
      return row.version > call.version ? 1 : 0;
    },
    { locks: [callLock(id)] },
  );
}

/** Read again under the lock: another instance, or a dispatcher, may have been faster. */
async function stillDue(tx: Tx, id: string, now: Date): Promise<CallRow | null> {
  const [due] = await dueCall(tx, id, now);
  return due ? tx.ambulanceBooking.findUnique({ where: { id }, select: callSelect }) : null;
}
