import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";

/** `rows`: a JSON array of notifications. One row per person and event, however often it is told. */
export const insertNotifications = statement(
  { userId: "uuid", type: "text", patientId: "uuid?" },
  (rows: string) => Prisma.sql`
    INSERT INTO "Notification" ("id", "userId", "eventId", "type", "refs", "createdAt")
    SELECT n."id", n."userId", n."eventId", n."type", n."refs", n."createdAt"
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS n("id" uuid, "userId" uuid, "eventId" uuid, "type" text, "refs" jsonb, "createdAt" timestamptz)
    ON CONFLICT DO NOTHING RETURNING "userId", "type", ("refs" ->> 'patientId')::uuid AS "patientId"`,
);

/** Removes the notifications that ask for answers before these visits. */
export const deleteAnswerRequests = statement(
  { userId: "uuid" },
  (appointmentIds: string[]) => Prisma.sql`
    DELETE FROM "Notification"
    WHERE "type" = 'answers.requested' AND "refs" ->> 'appointmentId' = ANY(${appointmentIds}::text[]) RETURNING "userId"`,
);

/** Who has the whole right for which of these patients now. */
export const keepersOf = statement(
  { userId: "uuid", patientId: "uuid" },
  (patientIds: string[]) => Prisma.sql`
    SELECT "userId", "patientId" FROM "PatientAccessNow"
    WHERE "patientId" = ANY(${patientIds}::uuid[]) AND "canRead" AND "canBook"`,
);

export const activeAddresses = statement(
  { id: "uuid", email: "text" },
  (userIds: string[]) =>
    Prisma.sql`SELECT "id", "email"::text FROM "User" WHERE "status" = 'ACTIVE' AND "id" = ANY(${userIds}::uuid[])`,
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
