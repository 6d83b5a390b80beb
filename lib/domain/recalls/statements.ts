import { Prisma } from "@/lib/platform/db/db";
import { command, statement, typed } from "@/lib/platform/db/statement";
import type { RecallState, RecallView } from "./status";

/** Which recalls are read; `seen` are those the reader sees at all. */
export type Wanted = {
  seen: { patientIds: string[]; doctorId: string | null };
  id?: string | undefined;
  /** Its patient's, set in this visit, or met by it, or still open. */
  visitId?: string | undefined;
  patientIds?: string[] | undefined;
  doctorId?: string | undefined;
  view?: RecallView | undefined;
  /** Whether those that are due or will be are read alone, and neither removed nor over. */
  isOpen?: boolean | undefined;
};

const DUE = Prisma.sql`n."dueAt" <= now()`;
const VIEWS: Record<RecallView, Prisma.Sql> = {
  due: Prisma.sql`n."state" = 'OPEN' AND ${DUE}`,
  later: Prisma.sql`n."state" = 'OPEN' AND NOT ${DUE}`,
  booked: Prisma.sql`n."state" = 'BOOKED'`,
  dismissed: Prisma.sql`n."state" = 'DISMISSED'`,
};

const ofVisit = (
  id: string,
) => Prisma.sql`n."patientId" = (SELECT v."patientId" FROM "Appointment" v WHERE v."id" = ${id}::uuid)
  AND (n."state" = 'OPEN' OR ${id}::uuid IN (n."appointmentId", n."bookedId"))`;

function conditions({ seen, id, visitId, patientIds, doctorId, view, isOpen }: Wanted): Prisma.Sql {
  const all = [
    Prisma.sql`(n."patientId" = ANY(${seen.patientIds}::uuid[]) OR n."doctorId" = ${seen.doctorId}::uuid)`,
    ...(id ? [Prisma.sql`n."id" = ${id}::uuid`] : []),
    ...(visitId ? [ofVisit(visitId)] : []),
    ...(patientIds ? [Prisma.sql`n."patientId" = ANY(${patientIds}::uuid[])`] : []),
    ...(doctorId ? [Prisma.sql`n."doctorId" = ${doctorId}::uuid`] : []),
    ...(view ? [VIEWS[view]] : []),
    ...(isOpen ? [Prisma.sql`n."state" = 'OPEN'`] : []),
  ];
  return Prisma.join(all, " AND ");
}

/** Whether a doctor has hours somewhere; one who has left, or isn't verified, can't be booked. */
const BOOKABLE = Prisma.sql`(d."verification" = 'VERIFIED' AND EXISTS (
  SELECT FROM "Schedule" o WHERE o."doctorId" = d."id" AND o."closedAt" IS NULL AND (o."hospitalId" IS NULL OR EXISTS (
    SELECT FROM "Affiliation" f WHERE f."doctorId" = d."id" AND f."hospitalId" = o."hospitalId" AND f."status" = 'ACTIVE'))))`;

/** Recalls with the names a screen shows, by month. */
export const recallRows = statement(
  {
    id: "uuid",
    appointmentId: "uuid",
    patientId: "uuid",
    doctorId: "uuid",
    month: "date",
    dueAt: "timestamptz",
    toldAt: "timestamptz?",
    version: "int4",
    createdAt: "timestamptz",
    endedAt: "timestamptz?",
    state: typed<RecallState>("text"),
    bookedId: "uuid?",
    bookedStartsAt: "timestamptz?",
    patientName: "text",
    phone: "text?",
    doctorName: "text",
    doctorSlug: "text",
    isBookable: "bool",
    timeZone: "text",
  },
  (wanted: Wanted, after: { month: string; id: string } | undefined, take: number) => Prisma.sql`
    SELECT n."id", n."appointmentId", n."patientId", n."doctorId", n."month", n."dueAt", n."toldAt", n."version", n."createdAt", n."endedAt",
      n."state", n."bookedId", n."bookedStartsAt", p."name" AS "patientName", p."phone", d."name" AS "doctorName", d."slug" AS "doctorSlug",
      ${BOOKABLE} AS "isBookable", coalesce(s."timeZone", h."timeZone", d."timeZone") AS "timeZone"
    FROM "RecallNow" n JOIN "Patient" p ON p."id" = n."patientId" JOIN "Doctor" d ON d."id" = n."doctorId"
      JOIN "Appointment" a ON a."id" = n."appointmentId" LEFT JOIN "Hospital" h ON h."id" = a."hospitalId"
      LEFT JOIN "Schedule" s ON s."id" = a."scheduleId"
    WHERE ${conditions(wanted)}
      ${after ? Prisma.sql`AND (n."month", n."id") > (${after.month}::date, ${after.id}::uuid)` : Prisma.empty}
    ORDER BY n."month", n."id" LIMIT ${take}::int`,
);

/**
 * Puts off what needn't be said now: who has booked is looked at again the day after, in case it came to nothing, and not at all
 * once they have been seen; so is a doctor who can't be booked.
 */
export const putOff = command(
  (now: Date) => Prisma.sql`
    UPDATE "Recall" r SET "tellAt" = CASE WHEN n."isSeen" THEN NULL
      ELSE greatest(coalesce(n."bookedStartsAt", ${now}::timestamptz), ${now}::timestamptz) + interval '1 day' END
    FROM "RecallNow" n JOIN "Doctor" d ON d."id" = n."doctorId"
    WHERE n."id" = r."id" AND r."status" = 'OPEN' AND r."tellAt" <= ${now} AND (n."state" = 'BOOKED' OR NOT ${BOOKABLE})`,
);

/** The recalls people must be told of, the longest waiting first, for one worker alone. */
export const dueRecalls = statement(
  { id: "uuid", appointmentId: "uuid", patientId: "uuid", doctorId: "uuid", hospitalId: "uuid?" },
  (now: Date, limit: number) => Prisma.sql`
    SELECT r."id", r."appointmentId", r."patientId", r."doctorId", a."hospitalId"
    FROM "Recall" r JOIN "RecallNow" n ON n."id" = r."id" JOIN "Appointment" a ON a."id" = r."appointmentId"
      JOIN "Doctor" d ON d."id" = r."doctorId"
    WHERE r."status" = 'OPEN' AND r."tellAt" <= ${now} AND n."state" = 'OPEN' AND ${BOOKABLE}
    ORDER BY r."tellAt", r."id" LIMIT ${limit}::int FOR UPDATE OF r SKIP LOCKED`,
);

export const markTold = command(
  (ids: string[], now: Date) => Prisma.sql`
    UPDATE "Recall" SET "tellAt" = NULL, "toldAt" = ${now} WHERE "id" = ANY(${ids}::uuid[])`,
);

/** The visits whose patients are on the To call list for a recall that needs no call any more. */
export const settledCalls = statement(
  { appointmentId: "uuid" },
  (limit: number) => Prisma.sql`
    SELECT t."appointmentId" FROM "ToCall" t
    WHERE t."reason" = 'recall.due' AND t."doneAt" IS NULL AND t."withdrawnAt" IS NULL AND NOT EXISTS (
      SELECT FROM "RecallNow" n WHERE n."appointmentId" = t."appointmentId" AND n."state" = 'OPEN' AND n."toldAt" IS NOT NULL)
    LIMIT ${limit}::int`,
);
