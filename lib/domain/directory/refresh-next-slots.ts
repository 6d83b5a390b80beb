import { db, Prisma } from "@/lib/platform/db/db";
import { sql } from "@/lib/platform/db/sql";
import type { StoredEvent } from "@/lib/platform/events/outbox";
import { nextSlots } from "@/lib/domain/schedules/queries";

const BATCH = 100;

/**
 * Recomputes the next free time the directory sorts by. It may lag behind by moments; booking never looks at it,
 * and the times shown on cards are always computed when they are read.
 */
async function refreshNextSlots(doctorIds: string[], now: Date = new Date()): Promise<void> {
  for (let at = 0; at < doctorIds.length; at += BATCH) {
    const batch = doctorIds.slice(at, at + BATCH);
    const found = await nextSlots(batch, { now, count: 1 });
    const rows = batch.map((id) => Prisma.sql`(${id}::uuid, ${found.get(id)?.[0]?.start ?? null}::timestamptz)`);
    await sql.$executeRaw`
      UPDATE "Doctor" d SET "nextSlotAt" = v."at", "nextSlotCheckedAt" = ${now}
      FROM (VALUES ${Prisma.join(rows)}) AS v("id", "at") WHERE d."id" = v."id"`;
  }
}

/** The relay's directory sink: whose availability changed is looked at again, each doctor once. */
export async function refreshDirectory(events: StoredEvent[]): Promise<void> {
  await refreshNextSlots([...new Set(events.filter((e) => e.aggregate === "doctor").map((e) => e.aggregateId))]);
}

/**
 * The part time plays: a next slot that has passed (or has slipped inside the notice) is computed anew, and those
 * without one are tried again hourly, as the horizon moves. At most `limit` doctors a call.
 */
export async function refreshStaleNextSlots(now: Date = new Date(), limit = 500): Promise<number> {
  const hourAgo = new Date(now.getTime() - 3_600_000);
  const stale = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Doctor" WHERE "verification" = 'VERIFIED'
      AND ("nextSlotAt" < ${new Date(now.getTime() + 3_600_000)} AND ("nextSlotCheckedAt" IS NULL OR "nextSlotCheckedAt" < ${new Date(now.getTime() - 60_000)})
        OR "nextSlotCheckedAt" IS NULL OR "nextSlotCheckedAt" < ${hourAgo})
    ORDER BY "nextSlotCheckedAt" NULLS FIRST LIMIT ${limit}`;
  await refreshNextSlots(
    stale.map(({ id }) => id),
    now,
  );
  return stale.length;
}
