import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";
import type { Topic } from "./status";

/** What decides about messages to these accounts; every account has a row, whether they have chosen anything or not. */
export const preferencesOf = statement(
  {
    userId: "uuid",
    timeZone: "text",
    hasPhone: "bool",
    quietFrom: "text?",
    quietUntil: "text?",
    choices: "jsonb?",
    version: "int4?",
  },
  (userIds: string[]) => Prisma.sql`
    SELECT u."id" AS "userId", u."timeZone", u."phone" IS NOT NULL AS "hasPhone", p."quietFrom", p."quietUntil", p."choices", p."version"
    FROM "User" u LEFT JOIN "MessagePreference" p ON p."userId" = u."id" WHERE u."id" = ANY(${userIds}::uuid[])`,
);

type Saved = { userId: string; choices: string; quietFrom: string | null; quietUntil: string | null; version: number };

/** Saves someone's preferences over the version that was read, 0 for none; no row when they have changed since. */
export const savePreference = statement(
  { version: "int4" },
  ({ userId, choices, quietFrom, quietUntil, version }: Saved) => Prisma.sql`
    INSERT INTO "MessagePreference" AS p ("userId", "choices", "quietFrom", "quietUntil")
    VALUES (${userId}::uuid, ${choices}::jsonb, ${quietFrom}, ${quietUntil})
    ON CONFLICT ("userId") DO UPDATE SET "choices" = EXCLUDED."choices", "quietFrom" = EXCLUDED."quietFrom",
      "quietUntil" = EXCLUDED."quietUntil", "version" = p."version" + 1, "updatedAt" = now()
    WHERE p."version" = ${version}
    RETURNING "version"`,
);

/** Stops the emails of a topic; no row when they are stopped already, or the account is gone. */
export const stopTopic = statement(
  { version: "int4" },
  (userId: string, topic: Topic) => Prisma.sql`
    INSERT INTO "MessagePreference" AS p ("userId", "choices")
    SELECT u."id", jsonb_build_object(${topic}::text, jsonb_build_object('EMAIL', false)) FROM "User" u WHERE u."id" = ${userId}::uuid
    ON CONFLICT ("userId") DO UPDATE SET "version" = p."version" + 1, "updatedAt" = now(),
      "choices" = p."choices" || jsonb_build_object(${topic}::text, coalesce(p."choices" -> ${topic}::text, '{}') || '{"EMAIL": false}')
    WHERE p."choices" -> ${topic}::text ->> 'EMAIL' IS DISTINCT FROM 'false'
    RETURNING "version"`,
);
