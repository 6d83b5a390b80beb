import { Prisma } from "@/lib/platform/db/db";
import { command, statement, typed } from "@/lib/platform/db/statement";

/** Whether this transaction is the only one that recounts, until it ends. */
export const leadRecount = statement(
  { leads: "bool" },
  (lock: number) => Prisma.sql`SELECT pg_try_advisory_xact_lock(${lock}) AS "leads"`,
);

/** Takes the oldest marks; each comes back if the transaction fails. */
export const takeMarks = statement(
  {
    kind: typed<"VISITS" | "STAYS" | "CALLS">("text"),
    doctorId: "uuid?",
    hospitalId: "uuid?",
    at: "timestamptz?",
    day: "date?",
  },
  (limit: number) => Prisma.sql`
    DELETE FROM "DayMark" WHERE "id" IN (SELECT "id" FROM "DayMark" ORDER BY "id" LIMIT ${limit})
    RETURNING "kind"::text, "doctorId", "hospitalId", "at", "day"`,
);

/** The zones of places: of hospitals, and of doctors' own practices. */
export const zonesOf = statement(
  { id: "uuid", timeZone: "text" },
  (doctorIds: string[], hospitalIds: string[]) => Prisma.sql`
    SELECT d."id", d."timeZone" FROM "Doctor" d WHERE d."id" = ANY(${doctorIds}::uuid[])
    UNION ALL SELECT h."id", h."timeZone" FROM "Hospital" h WHERE h."id" = ANY(${hospitalIds}::uuid[])`,
);

/** A local date is a day away from the one in UTC at most, wherever it is: one day more on both sides. */
const around = (instants: Prisma.Sql) => Prisma.sql`
    SELECT DISTINCT (t."at" AT TIME ZONE 'UTC')::date + d AS "day", t."place" FROM (${instants}) t("at", "place"), generate_series(-1, 1) d
    WHERE t."at" IS NOT NULL`;

/** Marks every day of a doctor, wherever they have worked. */
export const markDaysOfDoctor = command(
  (doctorId: string) => Prisma.sql`
    INSERT INTO "DayMark" ("kind", "doctorId", "hospitalId", "day")
    SELECT 'VISITS', ${doctorId}::uuid, t."place", t."day" FROM (${around(Prisma.sql`
      SELECT a."startsAt", a."hospitalId" FROM "Appointment" a WHERE a."doctorId" = ${doctorId}::uuid
      UNION ALL SELECT o."startsAt", o."hospitalId" FROM "WaitlistOffer" o WHERE o."doctorId" = ${doctorId}::uuid
      UNION ALL SELECT f."day"::timestamp AT TIME ZONE 'UTC', f."hospitalId" FROM "OfferedDay" f WHERE f."doctorId" = ${doctorId}::uuid`)}) t`,
);

/** Marks every day on which a bed of a hospital was taken or left. */
export const markDaysOfBeds = command(
  (hospitalId: string) => Prisma.sql`
    INSERT INTO "DayMark" ("kind", "hospitalId", "day")
    SELECT 'STAYS', t."place", t."day" FROM (${around(Prisma.sql`
      SELECT s."startsAt", s."hospitalId" FROM "BedStay" s WHERE s."hospitalId" = ${hospitalId}::uuid
      UNION ALL SELECT s."endsAt", s."hospitalId" FROM "BedStay" s WHERE s."hospitalId" = ${hospitalId}::uuid
      UNION ALL SELECT b."admittedAt", b."hospitalId" FROM "BedBooking" b WHERE b."hospitalId" = ${hospitalId}::uuid
      UNION ALL SELECT b."dischargedAt", b."hospitalId" FROM "BedBooking" b WHERE b."hospitalId" = ${hospitalId}::uuid`)}) t`,
);

/** Marks every day on which a hospital took a call. */
export const markDaysOfCalls = command(
  (hospitalId: string) => Prisma.sql`
    INSERT INTO "DayMark" ("kind", "hospitalId", "day")
    SELECT 'CALLS', t."place", t."day" FROM (${around(Prisma.sql`
      SELECT c."createdAt", c."hospitalId" FROM "AmbulanceBooking" c WHERE c."hospitalId" = ${hospitalId}::uuid`)}) t`,
);

/** Notes the reminders that the ledger of messages still knows of. */
export const noteSentReminders = command(
  (doctorId: string) => Prisma.sql`
    INSERT INTO "ReminderSent" ("appointmentId", "startsAt")
    SELECT a."id", max(substring(m."key" FROM 47 FOR 24)::timestamptz)
    FROM "Appointment" a JOIN "Message" m ON m."about" = 'appointment:' || a."id"
    WHERE a."doctorId" = ${doctorId}::uuid AND m."reason" = 'appointment.reminded' AND m."state" = 'SENT'
    GROUP BY a."id" ON CONFLICT ("appointmentId") DO NOTHING`,
);
