import { sql } from "@/lib/platform/db/sql";
import type { Sink } from "./record";

/** A stored event. `sequence` and `position` stay below 2^53 for any database that fits on a disk. */
export type StoredEvent = {
  position: number;
  id: string;
  type: string;
  aggregate: string;
  aggregateId: string;
  sequence: number;
  audience: string[];
  refs: Record<string, string>;
  actorUserId: string | null;
  occurredAt: Date;
};

/**
 * Returns the next events for a sink, in commit order per aggregate. An aggregate with an earlier event waiting for a
 * retry is left out, so that nothing overtakes it.
 */
export async function pendingDeliveries(sink: Sink, limit: number): Promise<StoredEvent[]> {
  const rows = await sql.$queryRaw<
    (Omit<StoredEvent, "position" | "sequence"> & { position: bigint; sequence: bigint })[]
  >`
    WITH "waiting" AS MATERIALIZED (
      SELECT be."aggregate", be."aggregateId", min(b."position") AS "since"
      FROM "EventDelivery" b JOIN "DomainEvent" be USING ("position")
      WHERE b."sink" = ${sink} AND b."attempts" > 0 AND b."nextAttemptAt" > now() GROUP BY 1, 2
    )
    SELECT e."position", e."id", e."type", e."aggregate", e."aggregateId", e."sequence", e."audience", e."refs",
           e."actorUserId", e."occurredAt"
    FROM "EventDelivery" d JOIN "DomainEvent" e USING ("position")
    WHERE d."sink" = ${sink} AND d."nextAttemptAt" <= now()
      AND NOT EXISTS (
        SELECT 1 FROM "waiting" w
        WHERE w."since" < d."position" AND w."aggregate" = e."aggregate" AND w."aggregateId" = e."aggregateId")
    ORDER BY d."position" LIMIT ${limit}`;
  return rows.map((row) => ({ ...row, position: Number(row.position), sequence: Number(row.sequence) }));
}

/** Marks events as delivered to this sink. */
export async function markDelivered(sink: Sink, positions: number[]): Promise<void> {
  await sql.$executeRaw`DELETE FROM "EventDelivery" WHERE "sink" = ${sink} AND "position" = ANY(${positions}::bigint[])`;
}

/** Postpones an undelivered event: retried after 1 s, 2 s, 4 s … at most 5 minutes, for ever. */
export async function postponeDelivery(sink: Sink, position: number): Promise<void> {
  await sql.$executeRaw`UPDATE "EventDelivery" SET "attempts" = "attempts" + 1,
    "nextAttemptAt" = now() + least(interval '5 minutes', interval '1 second' * power(2, least("attempts", 9)))
    WHERE "sink" = ${sink} AND "position" = ${position}`;
}

/** Returns how long the oldest undelivered event has been waiting, in seconds; 0 when none is. */
export async function outboxLagSeconds(): Promise<number> {
  const [row] = await sql.$queryRaw<{ lag: number }[]>`
    SELECT coalesce(extract(epoch FROM now() - min(e."occurredAt")), 0)::float AS "lag"
    FROM (SELECT min("position") AS "position" FROM "EventDelivery" GROUP BY "sink") d JOIN "DomainEvent" e USING ("position")`;
  return row?.lag ?? 0;
}
