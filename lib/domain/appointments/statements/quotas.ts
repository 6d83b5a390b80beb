import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";

type Day = { from: Date; to: Date };
type Asked = {
  doctorId: string;
  patientId: string;
  scheduleId: string;
  /** The appointment being moved, which does not count. */
  ignoreAppointmentId?: string | undefined;
  day: Day;
};

/** What a patient has already: upcoming, and on the day. */
export const visitCounts = statement(
  { upcoming: "int4", withDoctor: "int4", onDay: "int4", onDayHere: "int4" },
  ({ doctorId, patientId, scheduleId, ignoreAppointmentId, day }: Asked, now: Date) => {
    const others = ignoreAppointmentId ? Prisma.sql`AND "id" <> ${ignoreAppointmentId}::uuid` : Prisma.empty;
    return Prisma.sql`
    SELECT count(*) FILTER (WHERE "startsAt" > ${now})::int AS "upcoming",
      count(*) FILTER (WHERE "startsAt" > ${now} AND "doctorId" = ${doctorId}::uuid)::int AS "withDoctor",
      count(*) FILTER (WHERE "startsAt" >= ${day.from} AND "startsAt" < ${day.to})::int AS "onDay",
      count(*) FILTER (WHERE "startsAt" >= ${day.from} AND "startsAt" < ${day.to} AND "scheduleId" = ${scheduleId}::uuid)::int AS "onDayHere"
    FROM "Appointment" WHERE "patientId" = ${patientId}::uuid AND "startsAt" >= ${day.from < now ? day.from : now} ${others}
      AND "status" IN ('PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS', 'COMPLETED')`;
  },
);

/** Whether the patient is new, and how many others are on the day; a new one has no completed visit with the doctor. */
export const newPatients = statement(
  { isNew: "bool", there: "int4" },
  ({ doctorId, patientId, scheduleId, ignoreAppointmentId, day }: Asked) => {
    const others = ignoreAppointmentId ? Prisma.sql`AND a."id" <> ${ignoreAppointmentId}::uuid` : Prisma.empty;
    const isNew = (patient: Prisma.Sql) => Prisma.sql`NOT EXISTS (SELECT 1 FROM "Appointment" c
    WHERE c."patientId" = ${patient} AND c."doctorId" = ${doctorId}::uuid AND c."status" = 'COMPLETED')`;
    return Prisma.sql`
    SELECT ${isNew(Prisma.sql`${patientId}::uuid`)} AS "isNew",
      (SELECT count(DISTINCT a."patientId")::int FROM "Appointment" a
       WHERE a."doctorId" = ${doctorId}::uuid AND a."scheduleId" = ${scheduleId}::uuid
         AND a."startsAt" >= ${day.from} AND a."startsAt" < ${day.to} AND a."patientId" <> ${patientId}::uuid
         AND a."status" IN ('PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS')
         AND ${isNew(Prisma.sql`a."patientId"`)} ${others}) AS "there"`;
  },
);

type Holding = { userId: string | null; doctorId: string; startsAt: Date; now: Date; since: Date };

/** Live holds elsewhere and by others, and the account's own with this doctor since an instant. */
export const holdCounts = statement(
  { elsewhere: "int4", others: "int4", ofThisTime: "int4", withDoctor: "int4" },
  ({ userId, doctorId, startsAt, now, since }: Holding) => Prisma.sql`
    SELECT (SELECT count(*)::int FROM "Appointment" WHERE "status" = 'HELD' AND "holdExpiresAt" > ${now}
        AND "bookedByUserId" = ${userId}::uuid AND "doctorId" <> ${doctorId}::uuid) AS "elsewhere",
      (SELECT count(*)::int FROM "Appointment" WHERE "status" = 'HELD' AND "holdExpiresAt" > ${now}
        AND "bookedByUserId" <> ${userId}::uuid AND "doctorId" = ${doctorId}::uuid) AS "others",
      count(*) FILTER (WHERE "startsAt" = ${startsAt})::int AS "ofThisTime", count(*)::int AS "withDoctor"
    FROM "Appointment" WHERE "bookedByUserId" = ${userId}::uuid AND "doctorId" = ${doctorId}::uuid
      AND "holdExpiresAt" IS NOT NULL AND "createdAt" > ${since}`,
);
