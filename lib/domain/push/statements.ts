import { v7 as uuidv7 } from "uuid";
import { Prisma } from "@/lib/platform/db/db";
import { command, statement } from "@/lib/platform/db/statement";

/** Locks an account against other subscriptions; no row for one that is suspended. */
export const lockOwner = statement(
  { id: "uuid" },
  (userId: string) => Prisma.sql`
    SELECT "id" FROM "User" WHERE "id" = ${userId}::uuid AND "status" = 'ACTIVE' FOR NO KEY UPDATE`,
);

/** Locks a session against ending; no row for one that has. */
export const lockSession = statement(
  { id: "uuid" },
  (sessionId: string) => Prisma.sql`
    SELECT "id" FROM "Session" WHERE "id" = ${sessionId}::uuid AND "revokedAt" IS NULL FOR SHARE`,
);

type Subscribing = {
  userId: string;
  sessionId: string | null;
  endpoint: string;
  p256dh: string;
  auth: string;
  device: string;
};

/**
 * A browser has one address: it belongs to the account that subscribed with it last. One of another account is taken over only with
 * its very keys, which its browser alone has; otherwise there is no row.
 */
export const upsertSubscription = statement(
  { id: "uuid", isNew: "bool" },
  ({ userId, sessionId, endpoint, p256dh, auth, device }: Subscribing) => Prisma.sql`
    INSERT INTO "PushSubscription" AS p ("id", "userId", "sessionId", "endpoint", "p256dh", "auth", "device", "createdAt", "seenAt")
    VALUES (${uuidv7()}::uuid, ${userId}::uuid, ${sessionId}::uuid, ${endpoint}, ${p256dh}, ${auth}, ${device}, now(), now())
    ON CONFLICT ("endpoint") DO UPDATE SET
      "userId" = EXCLUDED."userId", "sessionId" = EXCLUDED."sessionId", "p256dh" = EXCLUDED."p256dh", "auth" = EXCLUDED."auth",
      "device" = EXCLUDED."device", "seenAt" = EXCLUDED."seenAt", "failures" = 0,
      "id" = CASE WHEN p."userId" = EXCLUDED."userId" THEN p."id" ELSE EXCLUDED."id" END,
      "createdAt" = CASE WHEN p."userId" = EXCLUDED."userId" THEN p."createdAt" ELSE EXCLUDED."createdAt" END,
      "lastUsedAt" = CASE WHEN p."userId" = EXCLUDED."userId" THEN p."lastUsedAt" END
    WHERE p."userId" = EXCLUDED."userId" OR (p."p256dh" = EXCLUDED."p256dh" AND p."auth" = EXCLUDED."auth")
    RETURNING "id", "createdAt" = "seenAt" AS "isNew"`,
);

/** Keeps those of an account that were seen last. */
export const deleteBeyond = command(
  (userId: string, most: number) => Prisma.sql`
    DELETE FROM "PushSubscription" WHERE "id" IN (
      SELECT "id" FROM "PushSubscription" WHERE "userId" = ${userId}::uuid ORDER BY "seenAt" DESC, "id" DESC OFFSET ${most}::int)`,
);
