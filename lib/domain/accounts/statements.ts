import { v7 as uuidv7 } from "uuid";
import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";

const sessionColumns = { id: "uuid", expiresAt: "timestamptz" } as const;

/** Also records the sign-in. No row when the account was suspended or its password changed meanwhile. */
export const insertSession = statement(
  sessionColumns,
  (userId: string, sessionEpoch: number, seconds: number) => Prisma.sql`
    WITH "owner" AS (
      UPDATE "User" SET "lastSignInAt" = now()
      WHERE "id" = ${userId}::uuid AND "status" = 'ACTIVE' AND "sessionEpoch" = ${sessionEpoch}::int RETURNING "id", "sessionEpoch"
    )
    INSERT INTO "Session" ("id", "userId", "sessionEpoch", "createdAt", "expiresAt")
    SELECT ${uuidv7()}::uuid, "id", "sessionEpoch", now(), now() + make_interval(secs => ${seconds}::int) FROM "owner"
    RETURNING "id", "expiresAt"`,
);

/**
 * Another session of the same account and with the same expiry; no row for one that has expired. Its browser goes on showing
 * notifications: it is the same one.
 */
export const copySession = statement(
  sessionColumns,
  (id: string, sessionEpoch: number) => Prisma.sql`
    WITH "copy" AS (
      INSERT INTO "Session" ("id", "userId", "sessionEpoch", "createdAt", "expiresAt")
      SELECT ${uuidv7()}::uuid, "userId", ${sessionEpoch}::int, now(), "expiresAt" FROM "Session"
      WHERE "id" = ${id}::uuid AND "expiresAt" > now()
      RETURNING "id", "expiresAt"
    ), "browser" AS (
      UPDATE "PushSubscription" p SET "sessionId" = c."id" FROM "copy" c WHERE p."sessionId" = ${id}::uuid
    )
    SELECT "id", "expiresAt" FROM "copy"`,
);
