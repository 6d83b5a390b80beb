import { db, Prisma } from "@/lib/platform/db/db";
import { sql } from "@/lib/platform/db/sql";
import type { StoredEvent } from "@/lib/platform/events/outbox";
import { nextSlots } from "@/lib/domain/schedules/queries";

const BATCH = 100;

/**
 * Recomputes the next available time by which the directory sorts. It may lag by moments; booking ignores it, and the
 * times on cards are always computed when read.
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

/** The relay's directory sink: recomputes each doctor whose availability changed, once. */
export async function refreshDirectory(events: StoredEvent[]): Promise<void> {
  await refreshNextSlots([...new Set(events.filter((e) => e.aggregate === "doctor").map((e) => e.aggregateId))]);
}

/**
 * Recomputes next slots that have passed (or moved inside the notice), and retries doctors without one hourly, as the
 * horizon moves. At most `limit` doctors per call.
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
