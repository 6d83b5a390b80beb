import { db } from "@/lib/platform/db/db";
import { sql } from "@/lib/platform/db/sql";
import type { StoredEvent } from "@/lib/platform/events/outbox";
import { listNextSlots } from "@/lib/domain/schedules/queries";
import { doctorsToCheck, writeNextSlots } from "./statements/whole-directory";

const BATCH = 100;

/**
 * Recomputes the next available time by which the directory sorts. It may lag by moments; booking ignores it, and the
 * times on cards are always computed when read.
 */
async function refreshNextSlots(doctorIds: string[], now: Date = new Date()): Promise<void> {
  for (let at = 0; at < doctorIds.length; at += BATCH) {
    const batch = doctorIds.slice(at, at + BATCH);
    const found = await listNextSlots(batch, { now, count: 1 });
    const slots = batch.map((doctorId) => ({ doctorId, at: found.get(doctorId)?.[0]?.start ?? null }));
    await writeNextSlots(sql, slots, now);
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
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
  const stale = await doctorsToCheck(db, { inAnHour: at(3_600), minuteAgo: at(-60), hourAgo: at(-3_600) }, limit);
  await refreshNextSlots(
    stale.map(({ id }) => id),
    now,
  );
  return stale.length;
}
