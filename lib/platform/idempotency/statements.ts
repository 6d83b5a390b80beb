import { Prisma } from "@/lib/platform/db/db";
import { LOCK_NUMBERS } from "@/lib/platform/db/lock-numbers";
import { command, statement } from "@/lib/platform/db/statement";

/** How long an idempotency key replays its first answer. */
const KEY_HOURS = 24;
/** How long a request may take before it counts as dead, when nothing is known about its process. */
const DEAD_AFTER_SECONDS = 60;
/** A process that has briefly lost its connection is not dead. */
const RECONNECT_SECONDS = 2;

type Claim = { id: string; actorKey: string; key: string; route: string; requestHash: string; owner: number | null };

/**
 * A row for the first to insert the key, or when it has expired or was left by a dead request, whose process is gone or
 * who has not answered for a minute.
 */
export const claimKey = statement(
  { id: "text" },
  ({ id, actorKey, key, route, requestHash, owner }: Claim) => Prisma.sql`
    INSERT INTO "IdempotencyKey" AS k ("id", "actorKey", "key", "route", "requestHash", "createdAt", "owner")
    VALUES (${id}::uuid, ${actorKey}, ${key}, ${route}, ${requestHash}, now(), ${owner}::int)
    ON CONFLICT ("actorKey", "key") DO UPDATE SET
      "id" = EXCLUDED."id", "route" = EXCLUDED."route", "requestHash" = EXCLUDED."requestHash",
      "createdAt" = now(), "owner" = EXCLUDED."owner", "completedAt" = NULL, "status" = NULL, "body" = NULL, "headers" = NULL
    WHERE k."createdAt" < now() - make_interval(hours => ${KEY_HOURS}::int)
       OR (k."completedAt" IS NULL AND k."createdAt" < now() - make_interval(secs => ${DEAD_AFTER_SECONDS}::int))
       OR (k."completedAt" IS NULL AND k."createdAt" < now() - make_interval(secs => ${RECONNECT_SECONDS}::int) AND k."owner" IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.classid = ${LOCK_NUMBERS.presence}::int::oid AND l.objid = k."owner"::oid
                           AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())))
    RETURNING "id"::text`,
);

export const keptAnswer = statement(
  { id: "text", requestHash: "text", status: "int4?", body: "jsonb?", headers: "jsonb?" },
  (actorKey: string, key: string) => Prisma.sql`
    SELECT "id"::text, "requestHash", "status", "body", "headers" FROM "IdempotencyKey"
    WHERE "actorKey" = ${actorKey} AND "key" = ${key}`,
);

/** `body` and `headers`: JSON. */
export const keepAnswer = command(
  (id: string, { status, body, headers }: { status: number; body: string; headers: string }) => Prisma.sql`
    UPDATE "IdempotencyKey" SET "completedAt" = now(), "status" = ${status}::int,
      "body" = ${body}::jsonb, "headers" = ${headers}::jsonb
    WHERE "id" = ${id}::uuid`,
);

export const deleteKey = command((id: string) => Prisma.sql`DELETE FROM "IdempotencyKey" WHERE "id" = ${id}::uuid`);

export const deleteExpiredKeys = command(
  () => Prisma.sql`
    DELETE FROM "IdempotencyKey" WHERE "createdAt" < now() - make_interval(hours => ${KEY_HOURS}::int)`,
);
