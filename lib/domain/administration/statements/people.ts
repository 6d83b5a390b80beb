import { Prisma, type AccessScope, type PatientRelation } from "@/lib/platform/db/db";
import { statement, typed } from "@/lib/platform/db/statement";
import type { InvitationKind, SessionEnd, SessionKind } from "../status";

type After = { value: string; id: string } | undefined;

/** Open sessions of an account, browsers' and chains of API tokens, the latest first. */
export const openSessions = statement(
  { id: "uuid", kind: typed<SessionKind>("text"), createdAt: "timestamptz", expiresAt: "timestamptz" },
  (userId: string, after: After, take: number) => Prisma.sql`
    WITH "owner" AS (SELECT "id", "sessionEpoch" FROM "User" WHERE "id" = ${userId}::uuid)
    SELECT * FROM (
      SELECT s."id", 'BROWSER' AS "kind", s."createdAt", s."expiresAt"
      FROM "owner" o JOIN "Session" s ON s."userId" = o."id" AND s."sessionEpoch" = o."sessionEpoch"
      WHERE s."revokedAt" IS NULL AND s."expiresAt" > now()
      UNION ALL
      SELECT t."familyId", 'API', min(t."createdAt"), max(t."expiresAt")
      FROM "owner" o JOIN "RefreshToken" t ON t."userId" = o."id" AND t."sessionEpoch" = o."sessionEpoch"
      GROUP BY t."familyId" HAVING bool_or(t."usedAt" IS NULL AND t."revokedAt" IS NULL AND t."expiresAt" > now())
    ) x
    ${after ? Prisma.sql`WHERE ("createdAt", "id") < (${after.value}::timestamptz, ${after.id}::uuid)` : Prisma.empty}
    ORDER BY "createdAt" DESC, "id" DESC LIMIT ${take}`,
);

/** For how many patients an account acts now, and how. */
export const actsFor = statement(
  { relation: typed<PatientRelation>("enum"), scope: typed<AccessScope>("enum"), count: "int4" },
  (userId: string) => Prisma.sql`
    SELECT a."relation", a."scope", count(*)::int AS "count" FROM "PatientAccessNow" a
    WHERE a."userId" = ${userId}::uuid GROUP BY 1, 2 ORDER BY 1, 2`,
);

/** What the audit trail knows of an account's way in, by its latest entries. Failures count since the last success or new password. */
export const signInTrail = statement(
  {
    failures: "int4",
    failedAt: "timestamptz?",
    suspendedAt: "timestamptz?",
    endedAt: "timestamptz?",
    endedBy: typed<SessionEnd | null>("text?"),
    madeAt: "timestamptz?",
  },
  (userId: string, ends: readonly string[]) => Prisma.sql`
    WITH "mine" AS MATERIALIZED (
      SELECT "position", "action", "details", "occurredAt" FROM "AuditEntry"
      WHERE "subject" = 'user' AND "subjectId" = ${userId}::uuid AND ("action" LIKE 'account.%' OR "action" LIKE 'user.%')
      ORDER BY "position" DESC LIMIT 2000
    ), "fresh" AS (
      SELECT coalesce(max("position"), 0) AS "at" FROM "mine"
      WHERE "action" IN ('account.signed-in', 'account.signed-up', 'account.password-reset', 'account.password-changed')
    ), "wrong" AS (
      SELECT count(*)::int AS "failures", max("occurredAt") AS "failedAt" FROM "mine", "fresh"
      WHERE "action" = 'account.sign-in-failed' AND "details" ->> 'reason' = 'password' AND "position" > "fresh"."at"
    )
    SELECT w."failures", w."failedAt",
      (SELECT max("occurredAt") FROM "mine" WHERE "action" = 'user.suspend') AS "suspendedAt",
      e."occurredAt" AS "endedAt", e."action" AS "endedBy",
      (SELECT max("occurredAt") FROM "mine", "fresh" WHERE "action" = 'user.made-administrator'
        AND "details" ->> 'newAccount' = 'true' AND "fresh"."at" = 0) AS "madeAt"
    FROM "wrong" w LEFT JOIN LATERAL (
      SELECT "occurredAt", "action" FROM "mine" WHERE "action" = ANY (${[...ends]}::text[]) ORDER BY "position" DESC LIMIT 1
    ) e ON true`,
);

/** Accounts whose address resembles one before the @, the most similar first; the caller measures the whole of it. */
export const mailboxesLike = statement(
  { id: "uuid", name: "text", email: "text" },
  (mailbox: string, limit: number) => Prisma.sql`
    SELECT u."id", u."name", u."email"::text AS "email" FROM "User" u
    WHERE split_part(u."email"::text, '@', 1) % ${mailbox}
    ORDER BY similarity(split_part(u."email"::text, '@', 1), ${mailbox}) DESC, u."id" LIMIT ${limit}`,
);

/** Invitations that wait at an address. */
export const invitationsAt = statement(
  {
    id: "uuid",
    kind: typed<InvitationKind>("text"),
    hospitalId: "uuid?",
    hospital: "text?",
    at: "timestamptz",
    until: "timestamptz",
  },
  (email: string) => Prisma.sql`
    SELECT i."id", 'STAFF' AS "kind", h."id" AS "hospitalId", h."name" AS "hospital", i."createdAt" AS "at", i."expiresAt" AS "until"
      FROM "StaffInvitation" i JOIN "Hospital" h ON h."id" = i."hospitalId"
      WHERE i."email" = ${email}::citext AND i."status" = 'PENDING' AND i."expiresAt" > now()
    UNION ALL
    SELECT i."id", 'DOCTOR', h."id", h."name", i."createdAt", i."expiresAt"
      FROM "DoctorInvitation" i JOIN "Hospital" h ON h."id" = i."hospitalId"
      WHERE i."email" = ${email}::citext AND i."status" = 'PENDING' AND i."expiresAt" > now()
    UNION ALL
    SELECT i."id", 'FAMILY', NULL, NULL, i."createdAt", i."expiresAt" FROM "FamilyInvitation" i
      WHERE i."email" = ${email}::citext AND i."status" = 'PENDING' AND i."expiresAt" > now()
    ORDER BY "at" DESC, "id" LIMIT 20`,
);
