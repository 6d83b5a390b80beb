import { v7 as uuidv7 } from "uuid";
import { Prisma } from "@/lib/platform/db/db";
import { command, statement, typed } from "@/lib/platform/db/statement";
import type { BedBookingStatus, WardKind } from "../status";

const bookingColumns = {
  id: "uuid",
  hospitalId: "uuid",
  patientId: "uuid",
  wardKind: typed<WardKind>("text"),
  bedId: "uuid?",
  status: typed<BedBookingStatus>("text"),
  startsAt: "timestamptz",
  endsAt: "timestamptz?",
  reservedUntil: "timestamptz?",
  reservedAt: "timestamptz?",
  admittedAt: "timestamptz?",
  dischargedAt: "timestamptz?",
  endedAt: "timestamptz?",
  version: "int4",
  createdAt: "timestamptz",
} as const;

const BOOKING = Prisma.raw(
  Object.entries(bookingColumns)
    .map(([column, kind]) => (typeof kind === "object" ? `"${column}"::text` : `"${column}"`))
    .join(", "),
);

/** A booking the reader may see (`visibleTo` in SQL), the database's time, and whether its hospital is listed. */
export const visibleBooking = statement(
  { ...bookingColumns, now: "timestamptz", isListed: "bool" },
  (id: string, patientIds: string[], staffOf: string | null) => Prisma.sql`
    SELECT ${BOOKING}, clock_timestamp() AS "now",
      (SELECT h."verification" = 'VERIFIED' FROM "Hospital" h WHERE h."id" = "hospitalId") AS "isListed"
    FROM "BedBooking" WHERE "id" = ${id}::uuid AND ("patientId" = ANY(${patientIds}::uuid[]) OR "hospitalId" = ${staffOf}::uuid)`,
);

export const admittedStay = statement(
  { id: "uuid" },
  (patientId: string) =>
    Prisma.sql`SELECT "id" FROM "BedBooking" WHERE "patientId" = ${patientId}::uuid AND "status" = 'ADMITTED'`,
);

type Admission = {
  hospitalId: string;
  patientId: string;
  bed: { id: string; kind: WardKind };
  endsAt: Date | null;
  requestedByUserId: string | null;
  now: Date;
};

/** No row means someone was in the bed first: the constraints have the last word. */
export const insertAdmission = statement(
  bookingColumns,
  ({ hospitalId, patientId, bed, endsAt, requestedByUserId, now }: Admission) => Prisma.sql`
    INSERT INTO "BedBooking" ("id", "hospitalId", "patientId", "wardKind", "bedId", "status", "startsAt", "endsAt", "admittedAt",
      "requestedByUserId", "createdAt", "updatedAt")
    VALUES (${uuidv7()}::uuid, ${hospitalId}::uuid, ${patientId}::uuid, ${bed.kind}::"WardKind", ${bed.id}::uuid, 'ADMITTED', ${now},
      ${endsAt}::timestamptz, ${now}, ${requestedByUserId}::uuid, ${now}, ${now})
    ON CONFLICT DO NOTHING RETURNING ${BOOKING}`,
);

/** The columns a step may set, and the type of each. */
const SETTABLE = {
  status: '"BedBookingStatus"',
  bedId: "uuid",
  startsAt: "timestamptz",
  endsAt: "timestamptz",
  reservedUntil: "timestamptz",
  reservedAt: "timestamptz",
  admittedAt: "timestamptz",
  dischargedAt: "timestamptz",
  endedAt: "timestamptz",
} as const;

/** What a step sets on a booking. */
export type BookingChange = {
  status?: BedBookingStatus;
  bedId?: string;
} & { [column in Exclude<keyof typeof SETTABLE, "status" | "bedId">]?: Date | null };

const assignments = (change: BookingChange) =>
  (Object.keys(SETTABLE) as (keyof typeof SETTABLE)[]).flatMap((column) =>
    change[column] === undefined
      ? []
      : [Prisma.sql`${Prisma.raw(`"${column}"`)} = ${change[column]}::${Prisma.raw(SETTABLE[column])}`],
  );

type Expected = { id: string; version: number; status: BedBookingStatus };

/** By compare-and-swap: no row when the version or the state is another by now. */
export const updateBooking = statement(
  bookingColumns,
  (expected: Expected, change: BookingChange, now: Date) => Prisma.sql`
    UPDATE "BedBooking" SET ${Prisma.join(assignments(change))}, "version" = "version" + 1, "updatedAt" = ${now}
    WHERE "id" = ${expected.id}::uuid AND "version" = ${expected.version}::int AND "status" = ${expected.status}::"BedBookingStatus"
    RETURNING ${BOOKING}`,
);

/** What has expired: reservations kept until then, or requests that were wanted from then. */
export type Overdue = { status: "RESERVED"; reservedUntil: Date } | { status: "REQUESTED"; startsAt: Date };

const isOverdue = (overdue: Overdue) =>
  overdue.status === "RESERVED"
    ? Prisma.sql`"status" = 'RESERVED' AND "reservedUntil" <= ${overdue.reservedUntil}`
    : Prisma.sql`"status" = 'REQUESTED' AND "startsAt" <= ${overdue.startsAt}`;

export const overdueBookings = statement(
  { id: "text", bedId: "text?", patientId: "text" },
  (overdue: Overdue, limit: number) => Prisma.sql`
    SELECT "id"::text, "bedId"::text, "patientId"::text FROM "BedBooking" WHERE ${isOverdue(overdue)} LIMIT ${limit}`,
);

const expiredColumns = { id: "text", patientId: "text", hospitalId: "text" } as const;

const expireWhere = (condition: Prisma.Sql, now: Date) => Prisma.sql`
    UPDATE "BedBooking" SET "status" = 'EXPIRED', "version" = "version" + 1, "endedAt" = ${now}, "updatedAt" = ${now}
    WHERE ${condition} RETURNING "id"::text, "patientId"::text, "hospitalId"::text`;

/** No row when the booking has moved to another bed meanwhile, or is no longer overdue. */
export const expireBooking = statement(
  expiredColumns,
  ({ id, bedId }: { id: string; bedId: string | null }, overdue: Overdue, now: Date) =>
    expireWhere(
      Prisma.sql`"id" = ${id}::uuid AND "bedId" IS NOT DISTINCT FROM ${bedId}::uuid AND ${isOverdue(overdue)}`,
      now,
    ),
);

export const expireReservationsOfBed = statement(expiredColumns, (bedId: string, exceptId: string | null, now: Date) =>
  expireWhere(
    Prisma.sql`"bedId" = ${bedId}::uuid AND "status" = 'RESERVED' AND "reservedUntil" <= ${now} AND "id" IS DISTINCT FROM ${exceptId}::uuid`,
    now,
  ),
);

type Place = { bookingId: string; hospitalId: string; bed: { id: string; wardId: string } };

/** One stay in one bed. */
export const insertStay = command(
  ({ bookingId, hospitalId, bed }: Place, now: Date) => Prisma.sql`
    INSERT INTO "BedStay" ("id", "hospitalId", "wardId", "bedId", "bookingId", "startsAt")
    VALUES (${uuidv7()}::uuid, ${hospitalId}::uuid, ${bed.wardId}::uuid, ${bed.id}::uuid, ${bookingId}::uuid, ${now})`,
);

/** Ends the stay and sends the bed to housekeeping. */
export const endStayInBed = command(
  (bookingId: string, bedId: string, now: Date) => Prisma.sql`
    WITH closed AS (UPDATE "BedStay" SET "endsAt" = ${now} WHERE "bookingId" = ${bookingId}::uuid AND "endsAt" IS NULL)
    UPDATE "Bed" b SET "state" = 'CLEANING', "stateReason" = NULL, "stateChangedAt" = ${now},
      "cleaningDueAt" = ${now}::timestamptz + make_interval(mins => w."cleaningMinutes"), "version" = b."version" + 1, "updatedAt" = ${now}
    FROM "Ward" w WHERE w."id" = b."wardId" AND b."id" = ${bedId}::uuid`,
);

export const reopenLastStay = command(
  (bookingId: string) => Prisma.sql`
    UPDATE "BedStay" SET "endsAt" = NULL
    WHERE "id" = (SELECT "id" FROM "BedStay" WHERE "bookingId" = ${bookingId}::uuid ORDER BY "startsAt" DESC, "id" DESC LIMIT 1)`,
);
