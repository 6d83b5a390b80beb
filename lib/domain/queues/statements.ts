import { v7 as uuidv7 } from "uuid";
import { Prisma } from "@/lib/platform/db/db";
import { statement, command, typed } from "@/lib/platform/db/statement";
import type { ArrivedBy, PriorityReason } from "./status";

type Place = { doctorId: string; hospitalId: string | null };

/** The zone of the place of an appointment. */
export const zoneOfAppointment = statement(
  { timeZone: "text" },
  (id: string) => Prisma.sql`
    SELECT coalesce(h."timeZone", s."timeZone", d."timeZone") AS "timeZone"
    FROM "Appointment" a JOIN "Doctor" d ON d."id" = a."doctorId"
      LEFT JOIN "Hospital" h ON h."id" = a."hospitalId"
      LEFT JOIN "Schedule" s ON s."id" = a."scheduleId"
    WHERE a."id" = ${id}::uuid`,
);

/** The same for a doctor's place: a hospital, or their own practice. */
export const zoneOfPlace = statement(
  { timeZone: "text" },
  ({ doctorId, hospitalId }: Place) => Prisma.sql`
    SELECT coalesce(h."timeZone", d."timeZone") AS "timeZone"
    FROM "Doctor" d LEFT JOIN "Hospital" h ON h."id" = ${hospitalId}::uuid WHERE d."id" = ${doctorId}::uuid`,
);

/** The queue of a doctor at a place on a day, which begins with this if there is none. */
export const openQueue = statement(
  { id: "uuid" },
  ({ doctorId, hospitalId }: Place, day: string) =>
    Prisma.sql`SELECT "waiting_queue"(${uuidv7()}::uuid, ${doctorId}::uuid, ${hospitalId}::uuid, ${day}::date) AS "id"`,
);

/** Gives the next number. Anyone with a number in this queue keeps it; coming from another queue, they start again. */
export const giveTicket = command(
  (appointmentId: string, queueId: string, arrivedBy: ArrivedBy) => Prisma.sql`
    INSERT INTO "QueueTicket" ("appointmentId", "queueId", "number", "arrivedBy")
    VALUES (${appointmentId}::uuid, ${queueId}::uuid, 1, ${arrivedBy}::"ArrivedBy")
    ON CONFLICT ("appointmentId") DO UPDATE SET "queueId" = EXCLUDED."queueId", "arrivedBy" = EXCLUDED."arrivedBy",
      "calledAt" = NULL, "misses" = 0, "returnsAfter" = NULL,
      "priority" = CASE WHEN "QueueTicket"."queueId" = EXCLUDED."queueId" THEN "QueueTicket"."priority" END,
      "priorityAt" = CASE WHEN "QueueTicket"."queueId" = EXCLUDED."queueId" THEN "QueueTicket"."priorityAt" END`,
);

const followedColumns = {
  id: "uuid",
  doctorId: "uuid",
  hospitalId: "uuid?",
  patientIds: "text[]?",
  displayIds: "text[]?",
} as const;

const followed = (id: Prisma.Sql) => Prisma.sql`
    SELECT q."id", q."doctorId", q."hospitalId", (
      SELECT array_agg(DISTINCT a."patientId"::text) FROM "QueueTicket" t JOIN "Appointment" a ON a."id" = t."appointmentId"
      WHERE t."queueId" = q."id" AND a."status" = 'CHECKED_IN') AS "patientIds", (
      SELECT array_agg(d."id"::text) FROM "WaitingDisplay" d
      WHERE d."endedAt" IS NULL AND (q."doctorId" = ANY (d."doctorIds") OR cardinality(d."doctorIds") = 0)
        AND (d."hospitalId" = q."hospitalId" OR q."hospitalId" IS NULL AND d."doctorId" = q."doctorId")
    ) AS "displayIds"
    FROM "WaitingQueue" q WHERE q."id" = ${id}`;

/** A queue, the patients in it and the screens that show it. */
export const followedQueue = statement(followedColumns, (id: string) => followed(Prisma.sql`${id}::uuid`));

/** The same of an appointment's queue; no row without a number. */
export const queueOfAppointment = statement(followedColumns, (id: string) =>
  followed(Prisma.sql`(SELECT t."queueId" FROM "QueueTicket" t WHERE t."appointmentId" = ${id}::uuid)`),
);

const visitColumns = {
  appointmentId: "uuid",
  serviceId: "uuid?",
  plannedMinutes: "float8",
  startsAt: "timestamptz",
} as const;

const VISIT = Prisma.sql`a."id" AS "appointmentId", a."serviceId",
      (extract(epoch FROM a."endsAt" - a."startsAt") / 60)::float8 AS "plannedMinutes", a."startsAt"`;

/** Everyone in these queues who has arrived and not been seen yet. */
export const waitingIn = statement(
  {
    ...visitColumns,
    queueId: "uuid",
    patientId: "uuid",
    number: "int4",
    arrivedAt: "timestamptz",
    isWalkIn: "bool",
    isOverbooked: "bool",
    calledAt: "timestamptz?",
    misses: "int4",
    returnsAfter: "int4?",
    priority: typed<PriorityReason | null>("text?"),
    priorityAt: "timestamptz?",
    arrivedBy: typed<ArrivedBy>("text"),
  },
  (queueIds: string[]) => Prisma.sql`
    SELECT ${VISIT}, t."queueId", a."patientId", t."number", coalesce(a."checkedInAt", a."startsAt") AS "arrivedAt", a."isWalkIn", a."isOverbooked",
      t."calledAt", t."misses"::int, t."returnsAfter", t."priority"::text, t."priorityAt", t."arrivedBy"::text
    FROM "QueueTicket" t JOIN "Appointment" a ON a."id" = t."appointmentId"
    WHERE t."queueId" = ANY (${queueIds}::uuid[]) AND a."status" = 'CHECKED_IN'`,
);

/** These doctors' visits in progress that began within a day; a doctor is one person, wherever that is. */
export const atWork = statement(
  { ...visitColumns, doctorId: "uuid", startedAt: "timestamptz" },
  (doctorIds: string[], now: Date) => Prisma.sql`
    SELECT ${VISIT}, a."doctorId", coalesce(a."startedAt", a."startsAt") AS "startedAt" FROM "Appointment" a
    WHERE a."doctorId" = ANY (${doctorIds}::uuid[]) AND a."status" = 'IN_PROGRESS'
      AND a."startsAt" > ${new Date(now.getTime() - 86_400_000)}`,
);

/** Booked with these doctors, at any of their places, and not here yet, in a half-open window. */
export const yetToCome = statement(
  { ...visitColumns, doctorId: "uuid", hospitalId: "uuid?" },
  (doctorIds: string[], from: Date, to: Date) => Prisma.sql`
    SELECT ${VISIT}, a."doctorId", a."hospitalId" FROM "Appointment" a
    WHERE a."doctorId" = ANY (${doctorIds}::uuid[]) AND a."startsAt" >= ${from} AND a."startsAt" < ${to}
      AND a."status" = 'CONFIRMED' AND a."mode" = 'IN_PERSON'`,
);

/** How long each doctor's latest visits took. */
export const latestDurations = statement(
  { doctorId: "uuid", serviceId: "uuid?", minutes: "float8" },
  (doctorIds: string[], limit: number) => Prisma.sql`
    SELECT d."id" AS "doctorId", a."serviceId",
      (extract(epoch FROM a."completedAt" - a."startedAt") / 60)::float8 AS "minutes"
    FROM unnest(${doctorIds}::uuid[]) AS d("id") CROSS JOIN LATERAL (
      SELECT v."serviceId", v."startedAt", v."completedAt" FROM "Appointment" v
      WHERE v."doctorId" = d."id" AND v."status" = 'COMPLETED' ORDER BY v."completedAt" DESC LIMIT ${limit}) a
    WHERE a."startedAt" IS NOT NULL AND a."completedAt" - a."startedAt" BETWEEN interval '1 minute' AND interval '4 hours'`,
);

/** Keeps an appointment as it is until the transaction ends; no row when it is no longer checked in. */
export const keepCheckedIn = statement(
  { id: "uuid" },
  (id: string) =>
    Prisma.sql`SELECT "id" FROM "Appointment" WHERE "id" = ${id}::uuid AND "status" = 'CHECKED_IN' FOR SHARE`,
);
