import { Prisma } from "@/lib/platform/db/db";
import { command, statement } from "@/lib/platform/db/statement";
import { USUAL_RULE } from "./status";

/** A doctor's own rule, else that of the visit's hospital, else the usual one. */
const RULE_JOINS = Prisma.sql`
  LEFT JOIN "ReminderRule" rd ON rd."doctorId" = a."doctorId" LEFT JOIN "ReminderRule" rh ON rh."hospitalId" = a."hospitalId"`;
const MINUTES = Prisma.sql`coalesce(rd."minutesBefore", rh."minutesBefore", ${USUAL_RULE.minutesBefore}::int[])`;
const CALLS = Prisma.sql`coalesce(rd."callsUnconfirmed", rh."callsUnconfirmed", ${USUAL_RULE.callsUnconfirmed}::bool)`;
const ZONE = Prisma.sql`coalesce(s."timeZone", h."timeZone", d."timeZone")`;

const PLAN = {
  id: "uuid",
  agreedAt: "timestamptz",
  startsAt: "timestamptz",
  timeZone: "text",
  minutesBefore: "int4[]",
  callsUnconfirmed: "bool",
} as const;

const plans = (where: Prisma.Sql, order: Prisma.Sql, limit: number, more = Prisma.empty) => Prisma.sql`
  SELECT p."appointmentId" AS "id", p."agreedAt", a."startsAt", ${ZONE} AS "timeZone", ${MINUTES} AS "minutesBefore",
    ${CALLS} AS "callsUnconfirmed" ${more}
  FROM "ReminderPlan" p JOIN "Appointment" a ON a."id" = p."appointmentId" JOIN "Doctor" d ON d."id" = a."doctorId"
    LEFT JOIN "Hospital" h ON h."id" = a."hospitalId" LEFT JOIN "Schedule" s ON s."id" = a."scheduleId" ${RULE_JOINS}
  WHERE ${where} ORDER BY ${order} LIMIT ${limit}::int FOR UPDATE OF p SKIP LOCKED`;

/** What has to be planned, for one worker alone. */
export const plansToMake = statement(PLAN, (limit: number) =>
  plans(Prisma.sql`p."needsPlanning"`, Prisma.sql`p."appointmentId"`, limit),
);

/** What is due, the longest waiting first, for one worker alone; with what a reminder says. */
export const duePlans = statement(
  {
    ...PLAN,
    nextAt: "timestamptz",
    patientId: "uuid",
    doctorId: "uuid",
    hospitalId: "uuid?",
    isVideo: "bool",
    isConfirmed: "bool",
    needsRebooking: "bool",
    place: "text?",
    address: "text?",
    city: "text?",
  },
  (limit: number) =>
    plans(
      Prisma.sql`NOT p."needsPlanning" AND p."nextAt" <= now()`,
      Prisma.sql`p."nextAt", p."appointmentId"`,
      limit,
      Prisma.sql`, p."nextAt", a."patientId", a."doctorId", a."hospitalId", a."mode" = 'VIDEO' AS "isVideo",
        a."attendanceConfirmedAt" IS NOT NULL AS "isConfirmed", a."needsRebooking",
        h."name" AS "place", CASE WHEN h."id" IS NULL THEN d."address" ELSE h."address" END AS "address",
        CASE WHEN h."id" IS NULL THEN d."city" ELSE h."city" END AS "city"`,
    ),
);

export type Planned = { id: string; nextAt: Date | null; minutesBefore: number[]; callsUnconfirmed: boolean };

/** Stores when something is to be done next, and by which rule. */
export const writePlans = command(
  (planned: Planned[]) => Prisma.sql`
    UPDATE "ReminderPlan" p SET "needsPlanning" = false, "nextAt" = n."nextAt", "plannedBy" = n."minutesBefore", "plannedCalls" = n."callsUnconfirmed"
    FROM jsonb_to_recordset(${JSON.stringify(planned)}::jsonb)
      AS n("id" uuid, "nextAt" timestamptz, "minutesBefore" int[], "callsUnconfirmed" bool)
    WHERE p."appointmentId" = n."id"`,
);

type Owner = { doctorId: string | null; hospitalId: string | null };

/**
 * Marks upcoming appointments whose rule has changed for planning again, so many at most. It waits for plans that are being made
 * by the former rule, and marks them too; a reminder that is due is sent by the new rule.
 */
export const planAgain = command(
  ({ doctorId, hospitalId }: Owner, limit: number) => Prisma.sql`
    UPDATE "ReminderPlan" p SET "needsPlanning" = true, "nextAt" = NULL
    FROM "Appointment" a ${RULE_JOINS}
    WHERE a."id" = p."appointmentId" AND NOT p."needsPlanning" AND coalesce(p."nextAt" > now(), true)
      AND (p."plannedBy", p."plannedCalls") IS DISTINCT FROM (${MINUTES}, ${CALLS})
      AND p."appointmentId" IN (
        SELECT o."appointmentId" FROM "ReminderPlan" o JOIN "Appointment" a ON a."id" = o."appointmentId" ${RULE_JOINS}
        WHERE a."startsAt" > now() AND (a."doctorId" = ${doctorId}::uuid OR a."hospitalId" = ${hospitalId}::uuid)
          AND NOT o."needsPlanning" AND coalesce(o."nextAt" > now(), true) AND (o."plannedBy", o."plannedCalls") IS DISTINCT FROM (${MINUTES}, ${CALLS})
        LIMIT ${limit}::int)`,
);

/** Locks an appointment against changes while its patient is reminded; no row when it has changed since it was read. */
export const lockVisit = statement(
  { id: "uuid" },
  (id: string, version: number) => Prisma.sql`
    SELECT "id" FROM "Appointment" WHERE "id" = ${id}::uuid AND "version" = ${version} FOR SHARE`,
);

/** Who is told about each of these patients' visits: accounts that book for them; without any, their own phone. */
export const remindedOf = statement(
  { patientId: "uuid", userId: "uuid?", phone: "text?" },
  (patientIds: string[]) => Prisma.sql`
    WITH "account" AS (
      SELECT n."patientId", u."id" AS "userId", u."phone" FROM "PatientAccessNow" n
      JOIN "User" u ON u."id" = n."userId" AND u."status" = 'ACTIVE'
      WHERE n."patientId" = ANY(${patientIds}::uuid[]) AND n."canBook"
    )
    SELECT * FROM "account"
    UNION ALL SELECT p."id", NULL, p."phone" FROM "Patient" p
    WHERE p."id" = ANY(${patientIds}::uuid[]) AND p."phone" IS NOT NULL
      AND NOT EXISTS (SELECT FROM "account" c WHERE c."patientId" = p."id")`,
);
