import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";

/** Where a page of an inbox begins. */
type After = { isUnread: boolean; lastAt: Date; id: string } | undefined;

const ROW = { id: "uuid", messages: "int4", isUnread: "bool", lastAt: "timestamptz" } as const;

/** The conversations of a doctor, or of a hospital: unread ones first, each the latest first; read in an index's order. */
export const practiceInbox = statement(
  ROW,
  ({ doctorId, hospitalId }: { doctorId: string | null; hospitalId: string | null }, after: After, take: number) => {
    const owner = doctorId
      ? Prisma.sql`"doctorId" = ${doctorId}::uuid`
      : Prisma.sql`"hospitalId" = ${hospitalId}::uuid`;
    const unread = Prisma.raw(doctorId ? `"isUnreadByDoctor"` : `"isUnreadByDesk"`);
    const beyond = after
      ? Prisma.sql`AND (${unread}, "lastAt", "appointmentId") < (${after.isUnread}, ${after.lastAt}, ${after.id}::uuid)`
      : Prisma.empty;
    return Prisma.sql`
      SELECT "appointmentId" AS "id", "latest" AS "messages", ${unread} AS "isUnread", "lastAt" FROM "Conversation"
      WHERE ${owner} ${beyond} ORDER BY ${unread} DESC, "lastAt" DESC, "appointmentId" DESC LIMIT ${take}::int`;
  },
);

/** The conversations of these patients, the latest first; read or not by this account. */
export const patientsInbox = statement(
  ROW,
  (patientIds: string[], userId: string | null, after: After, take: number) => {
    const beyond = after
      ? Prisma.sql`AND (c."lastAt", c."appointmentId") < (${after.lastAt}, ${after.id}::uuid)`
      : Prisma.empty;
    return Prisma.sql`
      SELECT c."appointmentId" AS "id", c."latest" AS "messages", c."latestFromPractice" > coalesce(r."upTo", 0) AS "isUnread", c."lastAt"
      FROM "Conversation" c LEFT JOIN "ConversationRead" r ON r."appointmentId" = c."appointmentId" AND r."userId" = ${userId}::uuid
      WHERE c."patientId" = ANY(${patientIds}::uuid[]) ${beyond}
      ORDER BY c."lastAt" DESC, c."appointmentId" DESC LIMIT ${take}::int`;
  },
);

type Reader = { userId: string | null; patientIds: string[]; doctorId: string | null; hospitalId: string | null };

/** Which of these visits have messages, and which of those the actor has not read; on the side they are on. */
export const marksAmong = statement(
  { id: "uuid", messages: "int4", isUnread: "bool" },
  (ids: string[], { userId, patientIds, doctorId, hospitalId }: Reader) => Prisma.sql`
    SELECT c."appointmentId" AS "id", c."latest" AS "messages", CASE
        WHEN c."patientId" = ANY(${patientIds}::uuid[]) THEN c."latestFromPractice" > coalesce(r."upTo", 0)
        WHEN c."doctorId" = ${doctorId}::uuid THEN c."isUnreadByDoctor" ELSE c."isUnreadByDesk" END AS "isUnread"
    FROM "Conversation" c LEFT JOIN "ConversationRead" r ON r."appointmentId" = c."appointmentId" AND r."userId" = ${userId}::uuid
    WHERE c."appointmentId" = ANY(${ids}::uuid[]) AND (
      c."patientId" = ANY(${patientIds}::uuid[]) OR c."doctorId" = ${doctorId}::uuid OR c."hospitalId" = ${hospitalId}::uuid)`,
);

/** Moves someone's read mark on; no row when it is there already. */
export const moveReadMark = statement(
  { upTo: "int4" },
  (mark: { appointmentId: string; userId: string; side: string; upTo: number }) => Prisma.sql`
    INSERT INTO "ConversationRead" AS r ("appointmentId", "userId", "side", "upTo", "readAt")
    VALUES (${mark.appointmentId}::uuid, ${mark.userId}::uuid, ${mark.side}::"ConversationSide", ${mark.upTo}::int, clock_timestamp())
    ON CONFLICT ("appointmentId", "userId") DO UPDATE SET "upTo" = EXCLUDED."upTo", "readAt" = EXCLUDED."readAt", "side" = EXCLUDED."side"
      WHERE r."upTo" < EXCLUDED."upTo"
    RETURNING "upTo"`,
);

/** Up to which message each side has read. */
export const readMarks = statement(
  { side: "enum", upTo: "int4", readAt: "timestamptz" },
  (appointmentId: string) => Prisma.sql`
    SELECT DISTINCT ON ("side") "side", "upTo", "readAt" FROM "ConversationRead"
    WHERE "appointmentId" = ${appointmentId}::uuid ORDER BY "side", "upTo" DESC, "readAt"`,
);

/** Whether anyone who acts for the patient in appointments has an account to read with. */
export const patientReachable = statement(
  { isReachable: "bool" },
  (patientId: string) => Prisma.sql`
    SELECT EXISTS (
      SELECT FROM "PatientAccessNow" a JOIN "User" u ON u."id" = a."userId" AND u."status" = 'ACTIVE'
      WHERE a."patientId" = ${patientId}::uuid AND a."canBook") AS "isReachable"`,
);
