import { Prisma } from "@/lib/platform/db/db";
import { command, statement, typed } from "@/lib/platform/db/statement";
import type { SentChannel } from "./status";

/** `messages`: a JSON array of rows. What exists under its key stays as it is. A record that was merged is the surviving one. */
export const insertMessages = statement(
  { key: "text" },
  (messages: string) => Prisma.sql`
    INSERT INTO "Message" ("id", "key", "userId", "toAddress", "patientId", "hospitalId", "about", "eventId", "reason", "channel",
      "dueAt", "nextAttemptAt", "expiresAt", "content")
    SELECT m."id", m."key", m."userId", m."toAddress",
      (SELECT coalesce(p."mergedIntoId", p."id") FROM "Patient" p WHERE p."id" = m."patientId"),
      m."hospitalId", m."about", m."eventId", m."reason", m."channel"::"MessageChannel", m."dueAt", m."dueAt", m."expiresAt", m."content"
    FROM jsonb_to_recordset(${messages}::jsonb)
      AS m("id" uuid, "key" text, "userId" uuid, "toAddress" text, "patientId" uuid, "hospitalId" uuid, "about" text, "eventId" uuid,
        "reason" text, "channel" text, "dueAt" timestamptz, "expiresAt" timestamptz, "content" jsonb)
    ON CONFLICT ("key") DO NOTHING RETURNING "key"`,
);

/**
 * Claims what is due of a channel, the longest waiting first, for one worker alone, with the current address of its account. It
 * is one statement outside a transaction: the attempt is counted and committed before anything is sent.
 */
export const claimDue = statement(
  {
    id: "uuid",
    userId: "uuid?",
    reason: "text",
    attempts: "int4",
    content: typed<unknown>("jsonb?"),
    expiresAt: "timestamptz?",
    to: "text?",
    isSuspended: "bool",
  },
  (channel: SentChannel, limit: number) => Prisma.sql`
    WITH "due" AS MATERIALIZED (
      SELECT "id", "userId" FROM "Message"
      WHERE "channel" = ${channel}::"MessageChannel" AND "state" IN ('DUE', 'FAILED') AND "nextAttemptAt" <= now()
      ORDER BY "nextAttemptAt", "id" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    UPDATE "Message" m SET "state" = 'SENDING', "attempts" = m."attempts" + 1, "claimedAt" = now()
    FROM "due" d LEFT JOIN "User" u ON u."id" = d."userId"
    WHERE m."id" = d."id"
    RETURNING m."id", m."userId", m."reason", m."attempts", m."content", m."expiresAt",
      coalesce(m."toAddress", CASE m."channel" WHEN 'EMAIL' THEN u."email"::text WHEN 'SMS' THEN u."phone" END) AS "to",
      u."status" IS NOT DISTINCT FROM 'SUSPENDED' AS "isSuspended"`,
);

type Finished = { id: string; attempts: number; state: string; answer: string | null; nextAttemptAt: Date };

/** Says what became of claimed messages, unless another worker has claimed them since. */
export const finishMessages = command(
  (finished: Finished[]) => Prisma.sql`
    UPDATE "Message" m SET "state" = f."state"::"MessageState", "answer" = f."answer", "nextAttemptAt" = f."nextAttemptAt",
      "endedAt" = CASE WHEN f."state" IN ('SENT', 'GIVEN_UP', 'CANCELLED') THEN now() END,
      "content" = CASE WHEN f."state" IN ('SENT', 'CANCELLED') THEN NULL ELSE m."content" END
    FROM jsonb_to_recordset(${JSON.stringify(finished)}::jsonb)
      AS f("id" uuid, "attempts" int, "state" text, "answer" text, "nextAttemptAt" timestamptz)
    WHERE m."id" = f."id" AND m."state" = 'SENDING' AND m."attempts" = f."attempts"`,
);

/** What a worker had claimed long ago has failed: it is tried again, or given up after the last attempt. */
export const releaseAbandoned = command(
  (abandonedSeconds: number, maxAttempts: number) => Prisma.sql`
    UPDATE "Message" SET "answer" = 'interrupted', "nextAttemptAt" = now(),
      "state" = (CASE WHEN "attempts" < ${maxAttempts} THEN 'FAILED' ELSE 'GIVEN_UP' END)::"MessageState",
      "endedAt" = CASE WHEN "attempts" < ${maxAttempts} THEN NULL ELSE now() END
    WHERE "state" = 'SENDING' AND "claimedAt" < now() - ${abandonedSeconds} * interval '1 second'`,
);

/** Cancels what is not on its way yet, by key or by what it is about; what was given up can't be sent again afterwards. */
export const cancelUnsent = command(
  (keys: string[], about: string[]) => Prisma.sql`
    WITH "unsent" AS MATERIALIZED (
      SELECT "id" FROM "Message"
      WHERE ("key" = ANY(${keys}::text[]) OR "about" = ANY(${about}::text[])) AND "content" IS NOT NULL
        AND "state" IN ('DUE', 'FAILED', 'GIVEN_UP')
      ORDER BY "id" FOR UPDATE
    )
    UPDATE "Message" m SET "content" = NULL,
      "state" = (CASE m."state" WHEN 'GIVEN_UP' THEN 'GIVEN_UP' ELSE 'CANCELLED' END)::"MessageState",
      "endedAt" = CASE m."state" WHEN 'GIVEN_UP' THEN m."endedAt" ELSE now() END
    FROM "unsent" u WHERE m."id" = u."id"`,
);

/** Erases what could not be sent for so many days. */
export const eraseContents = command(
  (days: number) => Prisma.sql`
    UPDATE "Message" SET "content" = NULL
    WHERE "state" = 'GIVEN_UP' AND "content" IS NOT NULL AND "createdAt" < now() - ${days} * interval '1 day'`,
);

/** Removes what is over for so many days. */
export const deleteOldMessages = command(
  (days: number) => Prisma.sql`
    DELETE FROM "Message" WHERE "state" IN ('SENT', 'GIVEN_UP', 'CANCELLED') AND "createdAt" < now() - ${days} * interval '1 day'`,
);

export const lockMailsOf = statement(
  { locked: "text" },
  (hospitalId: string) =>
    Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`mails:${hospitalId}`}, 0))::text AS "locked"`,
);

/** How many mails to strangers a hospital has due on each day from then on; days are counted from 1970 (UTC). */
export const mailsPerDay = statement(
  { day: "int4", used: "int4" },
  (hospitalId: string, from: Date) => Prisma.sql`
    SELECT floor(extract(epoch FROM "dueAt") / 86400)::int AS "day", count(*)::int AS "used" FROM "Message"
    WHERE "hospitalId" = ${hospitalId}::uuid AND "dueAt" >= ${from} AND "channel" = 'EMAIL' AND "userId" IS NULL GROUP BY 1`,
);
