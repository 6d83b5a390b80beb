import { Prisma } from "@/lib/platform/db/db";
import { command, statement, typed } from "@/lib/platform/db/statement";
import { BY_ACCESS, type Topic } from "@/lib/domain/preferences/status";
import type { MessageChannel, SentChannel } from "./status";

/** `messages`: a JSON array of rows. What exists under its key stays as it is. A record that was merged is the surviving one. */
export const insertMessages = statement(
  { key: "text", dueAt: "timestamptz" },
  (messages: string) => Prisma.sql`
    INSERT INTO "Message" ("id", "key", "userId", "toAddress", "patientId", "hospitalId", "about", "eventId", "reason", "channel",
      "topic", "isUrgent", "dueAt", "nextAttemptAt", "expiresAt", "content")
    SELECT m."id", m."key", m."userId", m."toAddress",
      (SELECT coalesce(p."mergedIntoId", p."id") FROM "Patient" p WHERE p."id" = m."patientId"),
      m."hospitalId", m."about", m."eventId", m."reason", m."channel"::"MessageChannel", m."topic",
      m."isUrgent", m."dueAt", m."dueAt", m."expiresAt", m."content"
    FROM jsonb_to_recordset(${messages}::jsonb)
      AS m("id" uuid, "key" text, "userId" uuid, "toAddress" text, "patientId" uuid, "hospitalId" uuid, "about" text, "eventId" uuid,
        "reason" text, "channel" text, "topic" text, "isUrgent" boolean, "dueAt" timestamptz, "expiresAt" timestamptz, "content" jsonb)
    ON CONFLICT ("key") DO NOTHING RETURNING "key", "dueAt"`,
);

/** Whether a message about a thing, whose key begins so, was queued since then. */
export const queuedSince = statement(
  { isQueued: "bool" },
  ({ about, keyStart, since }: { about: string; keyStart: string; since: Date }) => Prisma.sql`
    SELECT EXISTS (SELECT FROM "Message"
      WHERE "about" = ${about} AND starts_with("key", ${keyStart}) AND "createdAt" > ${since}) AS "isQueued"`,
);

/** It concerns a patient its reader no longer acts for. */
const IS_FOREIGN = Prisma.sql`m."patientId" IS NOT NULL AND m."topic" = ANY(${[...BY_ACCESS]}::text[]) AND NOT EXISTS (
  SELECT FROM "Patient" q JOIN "PatientAccessNow" a ON a."patientId" = coalesce(q."mergedIntoId", q."id")
  WHERE q."id" = m."patientId" AND a."userId" = m."userId" AND CASE m."topic" WHEN 'RECORDS' THEN a."canRead" ELSE a."canBook" END)`;

/** Its reader has seen the notification in the portal: the one of its event, or a later one of the same kind about the same thing. */
const IS_READ = Prisma.sql`m."eventId" IS NOT NULL AND coalesce((
  SELECT bool_and(n."readAt" IS NOT NULL) FROM "Notification" n
  WHERE n."userId" = m."userId" AND n."type" = m."reason" AND (n."eventId" = m."eventId" OR n."groupId" =
    CASE WHEN m."about" ~ ':[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN split_part(m."about", ':', 2)::uuid END)), false)`;

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
    topic: typed<Topic | null>("text?"),
    isUrgent: "bool",
    to: "text?",
    isSuspended: "bool",
    timeZone: "text?",
    choices: "jsonb?",
    quietFrom: "text?",
    quietUntil: "text?",
    isForeign: "bool",
    isRead: "bool",
  },
  (channel: SentChannel, limit: number) => Prisma.sql`
    WITH "due" AS MATERIALIZED (
      SELECT "id", "userId" FROM "Message"
      WHERE "channel" = ${channel}::"MessageChannel" AND "state" IN ('DUE', 'FAILED') AND "nextAttemptAt" <= now()
      ORDER BY "nextAttemptAt", "id" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    UPDATE "Message" m SET "state" = 'SENDING', "attempts" = m."attempts" + 1, "claimedAt" = now()
    FROM "due" d LEFT JOIN "User" u ON u."id" = d."userId" LEFT JOIN "MessagePreference" p ON p."userId" = d."userId"
    WHERE m."id" = d."id"
    RETURNING m."id", m."userId", m."reason", m."attempts", m."content", m."expiresAt", m."topic", m."isUrgent",
      coalesce(m."toAddress", CASE m."channel" WHEN 'EMAIL' THEN u."email"::text WHEN 'SMS' THEN u."phone" END) AS "to",
      u."status" IS NOT DISTINCT FROM 'SUSPENDED' AS "isSuspended",
      u."timeZone", p."choices", p."quietFrom", p."quietUntil", ${IS_FOREIGN} AS "isForeign", ${IS_READ} AS "isRead"`,
);

type Finished = { id: string; attempts: number; state: string; answer: string | null; nextAttemptAt: Date };

/** Says what became of claimed messages, unless another worker has claimed them since. One that has to wait was not tried. */
export const finishMessages = command(
  (finished: Finished[]) => Prisma.sql`
    UPDATE "Message" m SET "attempts" = m."attempts" - CASE f."state" WHEN 'DUE' THEN 1 ELSE 0 END, "state" = f."state"::"MessageState", "answer" = f."answer", "nextAttemptAt" = f."nextAttemptAt",
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
      "state" = (CASE WHEN "attempts" % ${maxAttempts}::int <> 0 THEN 'FAILED' ELSE 'GIVEN_UP' END)::"MessageState",
      "endedAt" = CASE WHEN "attempts" % ${maxAttempts}::int <> 0 THEN NULL ELSE now() END
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

/** Erases the content of what was given up so many days ago. */
export const eraseContents = command(
  (days: number) => Prisma.sql`
    UPDATE "Message" SET "content" = NULL
    WHERE "state" = 'GIVEN_UP' AND "content" IS NOT NULL AND "createdAt" < now() - ${days} * interval '1 day'`,
);

/** Removes what ended so many days ago. */
export const deleteOldMessages = command(
  (days: number, limit: number) => Prisma.sql`
    DELETE FROM "Message" WHERE "id" IN (
      SELECT "id" FROM "Message"
      WHERE "state" IN ('SENT', 'GIVEN_UP', 'CANCELLED') AND "createdAt" < now() - ${days} * interval '1 day' LIMIT ${limit}::int)`,
);

/**
 * What each channel has before it: due now and for how long, failed and to be tried again, given up within a day. Counts end at
 * 10,000, so that asking stays cheap when much is waiting.
 */
export const backlogs = statement(
  { channel: typed<MessageChannel>("text"), due: "int4", lagSeconds: "float8", failed: "int4", givenUp: "int4" },
  () => Prisma.sql`
    WITH "failed" AS MATERIALIZED (SELECT "channel" FROM "Message" WHERE "state" = 'FAILED' LIMIT 10000),
    "given up" AS MATERIALIZED (
      SELECT "channel" FROM "Message" WHERE "state" = 'GIVEN_UP' AND "createdAt" > now() - interval '3 days'
        AND "endedAt" > now() - interval '1 day' AND "answer" IS DISTINCT FROM 'not-configured' LIMIT 10000)
    SELECT c."channel"::text AS "channel", d."due", coalesce(extract(epoch FROM now() - d."since"), 0)::float AS "lagSeconds",
      (SELECT count(*)::int FROM "failed" f WHERE f."channel" = c."channel") AS "failed",
      (SELECT count(*)::int FROM "given up" g WHERE g."channel" = c."channel") AS "givenUp"
    FROM unnest(enum_range(NULL::"MessageChannel")) AS c("channel"), LATERAL (
      SELECT count(*)::int AS "due", min("nextAttemptAt") AS "since" FROM (
        SELECT m."nextAttemptAt" FROM "Message" m WHERE m."channel" = c."channel" AND m."state" IN ('DUE', 'FAILED')
          AND m."nextAttemptAt" <= now() ORDER BY m."nextAttemptAt" LIMIT 10000) w) d`,
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
