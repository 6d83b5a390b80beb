import { v7 as uuidv7 } from "uuid";
import { Prisma, type AppointmentStatus, type VisitMode } from "@/lib/platform/db/db";
import { command, statement, typed } from "@/lib/platform/db/statement";

const appointmentColumns = {
  id: "uuid",
  doctorId: "uuid",
  patientId: "uuid",
  hospitalId: "uuid?",
  scheduleId: "uuid?",
  serviceId: "uuid?",
  startsAt: "timestamptz",
  endsAt: "timestamptz",
  status: typed<AppointmentStatus>("text"),
  mode: typed<VisitMode>("text"),
  needsRebooking: "bool",
  cancellationNoticeMinutes: "int4",
  graceUntil: "timestamptz?",
  attendanceConfirmedAt: "timestamptz?",
  holdExpiresAt: "timestamptz?",
  version: "int4",
  createdAt: "timestamptz",
} as const;

const APPOINTMENT = Prisma.raw(
  Object.entries(appointmentColumns)
    .map(([column, kind]) => (typeof kind === "object" ? `"${column}"::text` : `"${column}"`))
    .join(", "),
);

type NewAppointment = {
  doctorId: string;
  patientId: string;
  hospitalId: string | null;
  scheduleId: string;
  serviceId: string | null;
  startsAt: Date;
  endsAt: Date;
  promisedOffsetMinutes: number;
  status: AppointmentStatus;
  mode: VisitMode;
  cancellationNoticeMinutes: number;
  graceUntil: Date | null;
  holdExpiresAt: Date | null;
  confirmedAt: Date | null;
  bookedByUserId: string | null;
  isWalkIn: boolean;
  isOverbooked: boolean;
  now: Date;
};

/** No row means the time is taken: `ON CONFLICT DO NOTHING` decides races without the deadlocks of a plain INSERT. */
export const insertAppointment = statement(
  appointmentColumns,
  ({ now, ...row }: NewAppointment) => Prisma.sql`
    INSERT INTO "Appointment" ("id", "doctorId", "patientId", "hospitalId", "scheduleId", "serviceId", "startsAt", "endsAt",
      "promisedOffsetMinutes", "status", "mode", "cancellationNoticeMinutes", "graceUntil", "holdExpiresAt",
      "confirmedAt", "bookedByUserId", "isWalkIn", "isOverbooked", "createdAt", "updatedAt")
    VALUES (${uuidv7()}::uuid, ${row.doctorId}::uuid, ${row.patientId}::uuid, ${row.hospitalId}::uuid, ${row.scheduleId}::uuid,
      ${row.serviceId}::uuid, ${row.startsAt}, ${row.endsAt},
      ${row.promisedOffsetMinutes}, ${row.status}::"AppointmentStatus", ${row.mode}::"VisitMode",
      ${row.cancellationNoticeMinutes}, ${row.graceUntil}, ${row.holdExpiresAt},
      ${row.confirmedAt}, ${row.bookedByUserId}::uuid, ${row.isWalkIn}, ${row.isOverbooked}, ${now}, ${now})
    ON CONFLICT DO NOTHING RETURNING ${APPOINTMENT}`,
);

type Period = { startsAt: Date; endsAt: Date };

/** Ends expired holds of the doctor or the patient in the way of a period. */
export const expireHoldsInTheWay = statement(
  { doctorId: "uuid" },
  ({ doctorId, patientId }: { doctorId: string; patientId: string }, { startsAt, endsAt }: Period, now: Date) =>
    Prisma.sql`
    UPDATE "Appointment" SET "status" = 'EXPIRED', "version" = "version" + 1, "updatedAt" = ${now}
    WHERE "status" = 'HELD' AND "holdExpiresAt" <= ${now}
      AND ("doctorId" = ${doctorId}::uuid OR "patientId" = ${patientId}::uuid)
      AND tstzrange("startsAt", "endsAt") && tstzrange(${startsAt}, ${endsAt})
    RETURNING "doctorId"`,
);

export const overlapOfPatient = statement(
  { isBusy: "bool" },
  (patientId: string, { startsAt, endsAt }: Period) => Prisma.sql`
    SELECT EXISTS (SELECT 1 FROM "Appointment" WHERE "patientId" = ${patientId}::uuid
      AND "status" IN ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS')
      AND tstzrange("startsAt", "endsAt") && tstzrange(${startsAt}, ${endsAt})) AS "isBusy"`,
);

/** A hold of this account's, live or not. */
export const ownHold = statement(
  {
    patientId: "uuid",
    doctorId: "uuid",
    scheduleId: "uuid?",
    serviceId: "uuid?",
    startsAt: "timestamptz",
    isLive: "bool",
  },
  (id: string, userId: string | null, now: Date) => Prisma.sql`
    SELECT "patientId", "doctorId", "scheduleId", "serviceId", "startsAt", ("status" = 'HELD' AND "holdExpiresAt" > ${now}) AS "isLive"
    FROM "Appointment" WHERE "id" = ${id}::uuid AND "bookedByUserId" = ${userId}::uuid AND "holdExpiresAt" IS NOT NULL`,
);

export const endOwnHolds = statement(
  { id: "uuid", wasLive: "bool?" },
  (userId: string | null, doctorId: string, now: Date) => Prisma.sql`
    UPDATE "Appointment" SET "status" = 'EXPIRED', "version" = "version" + 1, "updatedAt" = ${now}
    WHERE "status" = 'HELD' AND "doctorId" = ${doctorId}::uuid AND "bookedByUserId" = ${userId}::uuid
    RETURNING "id", ("holdExpiresAt" > ${now}) AS "wasLive"`,
);

/** What expires: holds once their minutes are over, requests once they would have begun. */
export type Expiring = "HELD" | "PENDING";

const isOverdue = (status: Expiring, now: Date) =>
  status === "HELD"
    ? Prisma.sql`"status" = 'HELD' AND "holdExpiresAt" <= ${now}`
    : Prisma.sql`"status" = 'PENDING' AND "startsAt" <= ${now}`;

export const overdueAppointments = statement(
  { id: "uuid" },
  (status: Expiring, now: Date, limit: number) =>
    Prisma.sql`SELECT "id" FROM "Appointment" WHERE ${isOverdue(status, now)} LIMIT ${limit}`,
);

/** No row when it is no longer overdue. */
export const expireAppointment = statement(
  { id: "uuid", doctorId: "uuid", patientId: "uuid", hospitalId: "uuid?" },
  (id: string, status: Expiring, now: Date) => Prisma.sql`
    UPDATE "Appointment" SET "status" = 'EXPIRED', "version" = "version" + 1, "endedAt" = ${now}, "updatedAt" = ${now}
    WHERE "id" = ${id}::uuid AND ${isOverdue(status, now)} RETURNING "id", "doctorId", "patientId", "hospitalId"`,
);

/** Removes some holds that ended so many days ago without becoming an appointment. */
export const deleteOldHolds = command(
  (days: number, limit: number) => Prisma.sql`
    DELETE FROM "Appointment" WHERE "id" IN (
      SELECT "id" FROM "Appointment"
      WHERE "status" = 'EXPIRED' AND "holdExpiresAt" < now() - ${days} * interval '1 day' LIMIT ${limit})`,
);

/** Ends a hold that no account has: an offer's. No row when it has ended. */
export const endOfferHold = statement(
  { scheduleId: "uuid?", serviceId: "uuid?" },
  (id: string, now: Date) => Prisma.sql`
    UPDATE "Appointment" SET "status" = 'EXPIRED', "version" = "version" + 1, "endedAt" = ${now}, "updatedAt" = ${now}
    WHERE "id" = ${id}::uuid AND "status" = 'HELD' AND "bookedByUserId" IS NULL RETURNING "scheduleId", "serviceId"`,
);
