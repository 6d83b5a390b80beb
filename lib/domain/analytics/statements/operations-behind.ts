import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";
import type { CountedOperation } from "../status";
import type { PlaceDays, Position } from "./behind";

/** The days of a hospital, half-open. */
export type Days = { hospitalId: string; from: Date; to: Date };

const IN_DAYS = ({ from, to }: Days, at: Prisma.Sql) => Prisma.sql`${at} >= ${from} AND ${at} < ${to}`;
const STAY = Prisma.sql`
    JOIN "BedBooking" k ON k."id" = s."bookingId" JOIN "Patient" p ON p."id" = k."patientId"
    JOIN "Bed" b ON b."id" = s."bedId" JOIN "Ward" w ON w."id" = s."wardId"`;

/** Rows as `id, subjectId, at, until, seconds, patient, place`; each is read from an index of the hospital and a time. */
const ROWS: Record<CountedOperation, (days: Days) => Prisma.Sql> = {
  stays: (days) => Prisma.sql`
    SELECT s."id", s."bookingId", s."startsAt", s."endsAt", NULL::float8, p."name", w."name" || ', ' || b."label"
    FROM (SELECT * FROM "BedStay" WHERE "hospitalId" = ${days.hospitalId}::uuid AND ${IN_DAYS(days, Prisma.sql`"startsAt"`)}
      UNION ALL SELECT * FROM "BedStay" WHERE "hospitalId" = ${days.hospitalId}::uuid AND "startsAt" < ${days.from} AND "endsAt" > ${days.from}
      UNION ALL SELECT * FROM "BedStay" WHERE "hospitalId" = ${days.hospitalId}::uuid AND "startsAt" < ${days.from} AND "endsAt" IS NULL) s ${STAY}`,
  discharges: (days) => Prisma.sql`
    SELECT k."id", k."id", k."dischargedAt", NULL::timestamptz, date_part('epoch', k."dischargedAt" - k."admittedAt"), p."name", l."place"
    FROM "BedBooking" k JOIN "Patient" p ON p."id" = k."patientId"
    JOIN LATERAL (SELECT w."name" || ', ' || b."label" AS "place" FROM "BedStay" s JOIN "Bed" b ON b."id" = s."bedId"
      JOIN "Ward" w ON w."id" = s."wardId" WHERE s."bookingId" = k."id" ORDER BY s."startsAt" DESC LIMIT 1) l ON true
    WHERE k."hospitalId" = ${days.hospitalId}::uuid AND ${IN_DAYS(days, Prisma.sql`k."dischargedAt"`)} AND k."admittedAt" IS NOT NULL`,
  turnovers: (days) => Prisma.sql`
    SELECT s."id", s."bookingId", s."startsAt", s."endsAt", date_part('epoch', s."startsAt" - f."endsAt"), p."name", w."name" || ', ' || b."label"
    FROM "BedStay" s ${STAY}
    JOIN LATERAL (SELECT o."endsAt" FROM "BedStay" o WHERE o."bedId" = s."bedId" AND o."startsAt" < s."startsAt"
      ORDER BY o."startsAt" DESC LIMIT 1) f ON f."endsAt" IS NOT NULL
    WHERE s."hospitalId" = ${days.hospitalId}::uuid AND ${IN_DAYS(days, Prisma.sql`s."startsAt"`)}`,
  calls: (days) => Prisma.sql`
    SELECT c."id", c."id", c."createdAt", NULL::timestamptz, date_part('epoch', c."onSceneAt" - c."createdAt"), p."name", a."registration"
    FROM "AmbulanceBooking" c LEFT JOIN "Patient" p ON p."id" = c."patientId" LEFT JOIN "Ambulance" a ON a."id" = c."ambulanceId"
    WHERE c."hospitalId" = ${days.hospitalId}::uuid AND ${IN_DAYS(days, Prisma.sql`c."createdAt"`)}`,
  gains: (days) => Prisma.sql`
    SELECT o."id", o."bookedId", o."startsAt", o."endsAt", date_part('epoch', o."replacedStartsAt" - o."startsAt"), p."name", d."name"
    FROM "WaitlistOffer" o JOIN "Patient" p ON p."id" = o."patientId" JOIN "Doctor" d ON d."id" = o."doctorId"
    WHERE o."hospitalId" = ${days.hospitalId}::uuid AND ${IN_DAYS(days, Prisma.sql`o."startsAt"`)} AND o."status" = 'ACCEPTED'`,
};

const COLUMNS = {
  id: "uuid",
  subjectId: "uuid?",
  at: "timestamptz",
  until: "timestamptz?",
  seconds: "float8?",
  patientName: "text?",
  place: "text?",
} as const;

const latestFirst = (rows: Prisma.Sql, after: Position | null, limit: number) => Prisma.sql`
    SELECT * FROM (${rows}) r("id", "subjectId", "at", "until", "seconds", "patientName", "place")
    WHERE ${after ? Prisma.sql`("at", "id") < (${after.startsAt}::timestamptz, ${after.id}::uuid)` : Prisma.sql`true`}
    ORDER BY "at" DESC, "id" DESC LIMIT ${limit}`;

/** What a number of a hospital's operations counts, the latest first. */
export const operationsBehind = statement(
  COLUMNS,
  (what: CountedOperation, days: Days, after: Position | null, limit: number) =>
    latestFirst(ROWS[what](days), after, limit),
);

/** Where the waitlist offered a doctor's times in a stretch; without a zone in their own practice. */
export const placesOfOffers = statement(
  { hospitalId: "uuid?", timeZone: "text?" },
  (doctorId: string, from: Date, to: Date) => Prisma.sql`
    SELECT o."hospitalId", h."timeZone"
    FROM (SELECT DISTINCT "hospitalId" FROM "WaitlistOffer"
      WHERE "doctorId" = ${doctorId}::uuid AND "startsAt" >= ${from} AND "startsAt" < ${to} AND "status" = 'ACCEPTED') o
    LEFT JOIN "Hospital" h ON h."id" = o."hospitalId"`,
);

/** The times of a doctor that were filled from the waitlist, at all their places, the latest first. */
export const gainsOfDoctor = statement(
  COLUMNS,
  (doctorId: string, places: readonly PlaceDays[], after: Position | null, limit: number) => {
    const here = places.map(({ hospitalId, from, to }) => {
      const at =
        hospitalId === null ? Prisma.sql`o."hospitalId" IS NULL` : Prisma.sql`o."hospitalId" = ${hospitalId}::uuid`;
      return Prisma.sql`(${at} AND o."startsAt" >= ${from} AND o."startsAt" < ${to})`;
    });
    return latestFirst(
      Prisma.sql`
    SELECT o."id", o."bookedId", o."startsAt", o."endsAt", date_part('epoch', o."replacedStartsAt" - o."startsAt"), p."name", h."name"
    FROM "WaitlistOffer" o JOIN "Patient" p ON p."id" = o."patientId" LEFT JOIN "Hospital" h ON h."id" = o."hospitalId"
    WHERE o."doctorId" = ${doctorId}::uuid AND o."status" = 'ACCEPTED' AND (${Prisma.join(here, " OR ")})`,
      after,
      limit,
    );
  },
);
