import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { db, Prisma, type Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { callLock, endUnserved, offerToOthers } from "./internal/offer-call";
import { callSelect, type CallRow } from "./queries";
import { GIVE_UP_MINUTES, higherKinds, minutesAfter } from "./rules";
import { AMBULANCE_KINDS } from "./status";

/**
 * Escalates calls (docs/domain.md §4). A call not dispatched in time, or whose hospitals have no vehicle left, is also
 * offered to the next nearest; one that waits for a vehicle is offered once there is one; one without a vehicle for an
 * hour ends. A timer runs it on any number of instances, and the next round completes what a dead one left. Returns how
 * many calls it changed.
 */
export async function escalateCalls(now: Date = new Date()): Promise<number> {
  // All at once: no call waits longer than an hour, so there are never many, and the index contains only them.
  const due = await db.$queryRaw<
    { id: string }[]
  >`SELECT b."id" FROM "AmbulanceBooking" b WHERE ${isDue(now)} ORDER BY b."createdAt"`;
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
  const [due] = await tx.$queryRaw<
    { id: string }[]
  >`SELECT b."id" FROM "AmbulanceBooking" b WHERE b."id" = ${id}::uuid AND ${isDue(now)}`;
  return due ? tx.ambulanceBooking.findUnique({ where: { id }, select: callSelect }) : null;
}

/** Its time has come, or none of the hospitals asked has a vehicle left. */
function isDue(now: Date): Prisma.Sql {
  const served = AMBULANCE_KINDS.map(
    (kind) =>
      Prisma.sql`(b."kind" = ${kind}::"AmbulanceKind" AND n."kind" = ANY(${[kind, ...higherKinds(kind)]}::"AmbulanceKind"[]))`,
  );
  return Prisma.sql`b."status" = 'REQUESTED' AND (b."escalatesAt" <= ${now} OR NOT EXISTS (
    SELECT 1 FROM "AmbulanceOffer" o JOIN "AmbulanceNow" n ON n."hospitalId" = o."hospitalId" AND n."condition" = 'AVAILABLE'
    WHERE o."bookingId" = b."id" AND o."status" = 'OPEN' AND (${Prisma.join(served, " OR ")})))`;
}
