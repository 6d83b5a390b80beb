import { Prisma } from "@/lib/platform/db/db";
import { command, statement } from "@/lib/platform/db/statement";
import { SHOWN_OF_GROUP } from "./status";

/**
 * `rows`: a JSON array of notifications. One row per person and event, however often it is told; each is in the ledger of
 * messages, too. Of `threads` there is one row per person and thing while it is unread, which moves to the latest event; what was
 * read isn't told again.
 */
export const insertNotifications = statement(
  { userId: "uuid", eventId: "uuid", type: "text", patientId: "uuid?", hospitalId: "uuid?", about: "text" },
  (rows: string, threads: readonly string[]) => Prisma.sql`
    WITH "wanted" AS (
      SELECT n.*, (n."refs" ->> 'patientId')::uuid AS "patientId", t."isThread", (n."refs" ->> 'appointmentId')::uuid AS "groupId",
        CASE WHEN t."isThread" THEN n."type" || (n."refs" ->> 'appointmentId') ELSE n."eventId"::text END AS "key"
      FROM jsonb_to_recordset(${rows}::jsonb)
          AS n("id" uuid, "userId" uuid, "eventId" uuid, "type" text, "refs" jsonb, "createdAt" timestamptz, "hospitalId" uuid, "about" text)
        CROSS JOIN LATERAL (SELECT n."type" = ANY(${threads}::text[]) AS "isThread") t
    ), "given" AS MATERIALIZED (
      SELECT DISTINCT ON ("userId", "key") * FROM "wanted" ORDER BY "userId", "key", "createdAt" DESC
    ), "moved" AS (
      UPDATE "Notification" o SET "eventId" = g."eventId", "createdAt" = g."createdAt" FROM "given" g
      WHERE g."isThread" AND o."userId" = g."userId" AND o."groupId" = g."groupId" AND o."type" = g."type"
        AND o."readAt" IS NULL AND o."createdAt" < g."createdAt"
      RETURNING o."id"
    ), "told" AS (
      INSERT INTO "Notification" ("id", "userId", "eventId", "type", "refs", "createdAt")
      SELECT g."id", g."userId", g."eventId", g."type", g."refs", g."createdAt" FROM "given" g
      WHERE NOT g."isThread" OR NOT EXISTS (
        SELECT FROM "Notification" o WHERE o."userId" = g."userId" AND o."groupId" = g."groupId" AND o."type" = g."type"
          AND (o."readAt" IS NULL OR o."createdAt" >= g."createdAt"))
      ON CONFLICT DO NOTHING RETURNING "id"
    ), "ledger" AS (
      INSERT INTO "Message" ("id", "key", "userId", "patientId", "hospitalId", "about", "eventId", "reason", "channel", "state",
        "dueAt", "nextAttemptAt", "endedAt")
      SELECT g."id", g."eventId" || ':' || g."userId" || ':in-app', g."userId",
        (SELECT coalesce(p."mergedIntoId", p."id") FROM "Patient" p WHERE p."id" = g."patientId"),
        g."hospitalId", g."about", g."eventId", g."type", 'IN_APP', 'SENT', g."createdAt", g."createdAt", now()
      FROM "given" g JOIN "told" USING ("id") ON CONFLICT ("key") DO NOTHING
    )
    SELECT g."userId", g."eventId", g."type", g."patientId", g."hospitalId", g."about" FROM "given" g JOIN "told" USING ("id")`,
);

/** Removes the notifications that ask for answers before these visits. */
export const deleteAnswerRequests = statement(
  { userId: "uuid" },
  (appointmentIds: string[]) => Prisma.sql`
    DELETE FROM "Notification"
    WHERE "type" = 'answers.requested' AND "refs" ->> 'appointmentId' = ANY(${appointmentIds}::text[]) RETURNING "userId"`,
);

/** Removes those that were made, or last moved, so many days ago. */
export const deleteOldNotifications = command(
  (days: number, limit: number) => Prisma.sql`
    DELETE FROM "Notification" WHERE "id" IN (
      SELECT "id" FROM "Notification" WHERE "createdAt" < now() - ${days} * interval '1 day' LIMIT ${limit}::int)`,
);

/** Marks as read what these people, or a hospital's staff, have unread of these types about a thing. */
export const readAbout = statement(
  { userId: "uuid" },
  (about: {
    groupId: string;
    userId: string | null;
    hospitalId: string | null;
    types: readonly string[];
  }) => Prisma.sql`
    UPDATE "Notification" SET "readAt" = now()
    WHERE "groupId" = ${about.groupId}::uuid AND "type" = ANY(${about.types}::text[]) AND "readAt" IS NULL AND "userId" = ANY(
      ARRAY(SELECT s."userId" FROM "HospitalStaff" s WHERE s."hospitalId" = ${about.hospitalId}::uuid) || ${about.userId}::uuid)
    RETURNING "userId"`,
);

type Wanted = { unread: boolean; kind: string | null };

/**
 * The latest few notifications of each thing, things with the latest one first: a thing stands where its latest notification
 * stands, which is read in an index's order and is the one without a later one of the same thing.
 */
export const notificationGroups = statement(
  {
    groupId: "uuid",
    headId: "uuid",
    headAt: "timestamptz",
    id: "uuid",
    type: "text",
    refs: "jsonb",
    readAt: "timestamptz?",
    createdAt: "timestamptz",
    total: "int4",
    unread: "int4",
  },
  (userId: string, { unread, kind }: Wanted, after: { createdAt: Date; id: string } | undefined, take: number) => {
    const fits = (row: "n" | "m" | "o" | "c") => {
      const name = Prisma.raw(row);
      const isUnread = unread ? Prisma.sql`AND ${name}."readAt" IS NULL` : Prisma.empty;
      return Prisma.sql`${isUnread} ${kind ? Prisma.sql`AND ${name}."kind" = ${kind}` : Prisma.empty}`;
    };
    const beyond = after
      ? Prisma.sql`AND (n."createdAt", n."id") < (${after.createdAt}, ${after.id}::uuid)`
      : Prisma.empty;
    return Prisma.sql`
      WITH "heads" AS (
        SELECT n."id", n."groupId", n."createdAt" FROM "Notification" n
        WHERE n."userId" = ${userId}::uuid ${fits("n")} ${beyond} AND NOT EXISTS (
          SELECT FROM "Notification" o WHERE o."userId" = n."userId" AND o."groupId" = n."groupId"
            AND (o."createdAt", o."id") > (n."createdAt", n."id") ${fits("o")})
        ORDER BY n."createdAt" DESC, n."id" DESC LIMIT ${take}::int)
      SELECT h."groupId", h."id" AS "headId", h."createdAt" AS "headAt", m.*, c.* FROM "heads" h
        CROSS JOIN LATERAL (
          SELECT m."id", m."type", m."refs", m."readAt", m."createdAt" FROM "Notification" m
          WHERE m."userId" = ${userId}::uuid AND m."groupId" = h."groupId" ${fits("m")}
          ORDER BY m."createdAt" DESC, m."id" DESC LIMIT ${SHOWN_OF_GROUP}::int) m
        CROSS JOIN LATERAL (
          SELECT count(*)::int AS "total", (count(*) FILTER (WHERE c."readAt" IS NULL))::int AS "unread"
          FROM "Notification" c WHERE c."userId" = ${userId}::uuid AND c."groupId" = h."groupId" ${fits("c")}) c
      ORDER BY h."createdAt" DESC, h."id" DESC, m."createdAt" DESC, m."id" DESC`;
  },
);

/** Who has the whole right for which of these patients now. */
export const keepersOf = statement(
  { userId: "uuid", patientId: "uuid" },
  (patientIds: string[]) => Prisma.sql`
    SELECT "userId", "patientId" FROM "PatientAccessNow"
    WHERE "patientId" = ANY(${patientIds}::uuid[]) AND "canRead" AND "canBook"`,
);

/**
 * Which of these appointments need another time still, with what a message about it says, and the patient's own phone where no account
 * books for them. Held against changes: what moves or cancels one waits until the messages are queued, and then cancels them.
 */
export const visitsInNeed = statement(
  {
    id: "uuid",
    startsAt: "timestamptz",
    timeZone: "text",
    patientId: "uuid",
    hospitalId: "uuid?",
    isVideo: "bool",
    place: "text?",
    address: "text?",
    city: "text?",
    phone: "text?",
  },
  (ids: string[]) => Prisma.sql`
    SELECT a."id", a."startsAt", coalesce(s."timeZone", h."timeZone", d."timeZone") AS "timeZone", a."patientId", a."hospitalId",
      a."mode" = 'VIDEO' AS "isVideo", h."name" AS "place",
      CASE WHEN h."id" IS NULL THEN d."address" ELSE h."address" END AS "address",
      CASE WHEN h."id" IS NULL THEN d."city" ELSE h."city" END AS "city",
      CASE WHEN NOT EXISTS (SELECT FROM "PatientAccessNow" n JOIN "User" u ON u."id" = n."userId" AND u."status" = 'ACTIVE'
        WHERE n."patientId" = a."patientId" AND n."canBook") THEN p."phone" END AS "phone"
    FROM "Appointment" a JOIN "Patient" p ON p."id" = a."patientId" JOIN "Doctor" d ON d."id" = a."doctorId"
      LEFT JOIN "Hospital" h ON h."id" = a."hospitalId" LEFT JOIN "Schedule" s ON s."id" = a."scheduleId"
    WHERE a."id" = ANY(${ids}::uuid[]) AND a."needsRebooking" AND a."status" IN ('PENDING', 'CONFIRMED')
    ORDER BY a."id" FOR SHARE OF a`,
);

type Entries = {
  users: string[];
  patients: string[];
  records: string[];
  keepers: string[];
  doctors: string[];
  hospitals: string[];
  admins: boolean;
};

/** The accounts behind entries of audiences, by current access; a hospital's are its staff, `admin` all administrators. */
export const accountsBehind = statement(
  { entry: "text", userId: "text" },
  ({ users, patients, records, keepers, doctors, hospitals, admins }: Entries) => Prisma.sql`
    SELECT 'user:' || "id" AS "entry", "id"::text AS "userId" FROM "User" WHERE "id" = ANY(${users}::uuid[])
    UNION SELECT 'patient:' || "patientId", "userId"::text FROM "PatientAccessNow"
      WHERE "patientId" = ANY(${patients}::uuid[]) AND "canBook"
    UNION SELECT 'record:' || "patientId", "userId"::text FROM "PatientAccessNow"
      WHERE "patientId" = ANY(${records}::uuid[]) AND "canRead"
    UNION SELECT 'keeper:' || "patientId", "userId"::text FROM "PatientAccessNow"
      WHERE "patientId" = ANY(${keepers}::uuid[]) AND "canRead" AND "canBook"
    UNION SELECT 'doctor:' || "id", "userId"::text FROM "Doctor" WHERE "id" = ANY(${doctors}::uuid[])
    UNION SELECT 'hospital:' || "hospitalId", "userId"::text FROM "HospitalStaff" WHERE "hospitalId" = ANY(${hospitals}::uuid[])
    UNION SELECT 'admin', "id"::text FROM "User" WHERE ${admins} AND "isAdmin" AND "status" = 'ACTIVE'`,
);
