import { Prisma } from "@/lib/platform/db/db";
import { MOMENT, momentColumns } from "@/lib/platform/db/moment";
import { command, statement, typed } from "@/lib/platform/db/statement";

type Change = {
  userId: string | null;
  via: string;
  requestId: string | null;
  /** JSON. */
  audit: string | null;
  events: string;
};

/** One round trip for the events, their deliveries and the audit row. */
export const insertChange = command(
  ({ userId, via, requestId, audit, events }: Change) => Prisma.sql`
    SELECT "record_change"(${userId}::uuid, ${via}, ${requestId}, ${audit}::jsonb, ${events}::jsonb)`,
);

/** What is due for a sink; nothing of an aggregate with an earlier event waiting for a retry. */
export const dueDeliveries = statement(
  {
    position: "int8",
    id: "uuid",
    type: "text",
    aggregate: "text",
    aggregateId: "uuid",
    sequence: "int8",
    audience: "text[]",
    refs: typed<Record<string, string>>("jsonb"),
    actorUserId: "uuid?",
    occurredAt: "timestamptz",
    requestId: "text?",
  },
  (sink: string, limit: number) => Prisma.sql`
    WITH "waiting" AS MATERIALIZED (
      SELECT be."aggregate", be."aggregateId", min(b."position") AS "since"
      FROM "EventDelivery" b JOIN "DomainEvent" be USING ("position", "occurredAt")
      WHERE b."sink" = ${sink} AND b."attempts" > 0 AND b."nextAttemptAt" > now() GROUP BY 1, 2
    )
    SELECT e."position", e."id", e."type", e."aggregate", e."aggregateId", e."sequence", e."audience", e."refs",
           e."actorUserId", e."occurredAt", d."requestId"
    FROM "EventDelivery" d JOIN "DomainEvent" e USING ("position", "occurredAt")
    WHERE d."sink" = ${sink} AND d."nextAttemptAt" <= now()
      AND NOT EXISTS (
        SELECT 1 FROM "waiting" w
        WHERE w."since" < d."position" AND w."aggregate" = e."aggregate" AND w."aggregateId" = e."aggregateId")
    ORDER BY d."position" LIMIT ${limit}`,
);

export const deleteDeliveries = command(
  (sink: string, positions: number[]) => Prisma.sql`
    DELETE FROM "EventDelivery" WHERE "sink" = ${sink} AND "position" = ANY(${positions}::bigint[])`,
);

/** Tried again after 1 s, 2 s, 4 s … at most 5 minutes. */
export const retryDeliveryLater = command(
  (sink: string, position: number) => Prisma.sql`
    UPDATE "EventDelivery" SET "attempts" = "attempts" + 1,
      "nextAttemptAt" = now() + least(interval '5 minutes', interval '1 second' * power(2, least("attempts", 9)))
    WHERE "sink" = ${sink} AND "position" = ${position}`,
);

/** How long the oldest event of each sink that has any has been waiting. */
export const oldestDeliveries = statement(
  { sink: "text", lagSeconds: "float8" },
  () => Prisma.sql`
    SELECT d."sink", extract(epoch FROM now() - e."occurredAt")::float AS "lagSeconds"
    FROM (SELECT "sink", min("position") AS "position" FROM "EventDelivery" GROUP BY "sink") d
      JOIN "EventDelivery" e USING ("sink", "position")`,
);

export const oldestDelivery = statement(
  { lagSeconds: "float8" },
  () => Prisma.sql`
    SELECT coalesce(extract(epoch FROM now() - min(e."occurredAt")), 0)::float AS "lagSeconds"
    FROM (SELECT "sink", min("position") AS "position" FROM "EventDelivery" GROUP BY "sink") d
      JOIN "EventDelivery" e USING ("sink", "position")`,
);

type Missed = { xmax: string; unfinished: readonly string[]; entries: readonly string[]; most: number };

/**
 * Whether transactions that a snapshot didn't see have recorded what these hear of, or are too many to look through. With the
 * moment of this answer.
 */
export const missedSince = statement(
  { isMissed: "bool", ...momentColumns },
  ({ xmax, unfinished, entries, most }: Missed) => Prisma.sql`
    WITH "unseen" AS MATERIALIZED (
      SELECT "audience" FROM "EventAudience"
      WHERE "txid" >= ${xmax}::bigint OR "txid" = ANY(${unfinished}::bigint[]) LIMIT ${most + 1}::int
    )
    SELECT count(*) > ${most}::int OR coalesce(bool_or("audience" && ${entries}::text[]), false) AS "isMissed", ${MOMENT}
    FROM "unseen"`,
);

export const deleteOldAudiences = command(
  () => Prisma.sql`DELETE FROM "EventAudience" WHERE "recordedAt" < now() - interval '1 hour'`,
);
