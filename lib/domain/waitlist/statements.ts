import { v7 as uuidv7 } from "uuid";
import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";
import type { OfferStatus, WaitlistStatus } from "./status";

/** The entries a doctor's times may be for: with this doctor, or with any such doctor at a hospital where they have hours. */
const FOR_DOCTOR = (doctorId: string) => Prisma.sql`(e."doctorId" = ${doctorId}::uuid OR (e."doctorId" IS NULL
      AND e."hospitalId" IN (SELECT s."hospitalId" FROM "Schedule" s WHERE s."doctorId" = ${doctorId}::uuid AND s."closedAt" IS NULL)
      AND (e."specialtyId" IS NULL OR EXISTS (SELECT FROM "DoctorSpecialty" x WHERE x."doctorId" = ${doctorId}::uuid AND x."specialtyId" = e."specialtyId"))
      AND (e."serviceId" IS NULL OR EXISTS (SELECT FROM "DoctorService" x WHERE x."doctorId" = ${doctorId}::uuid AND x."serviceId" = e."serviceId"))))`;

/**
 * Who waits for a time of this doctor and has no offer, in the order of joining; with the person's own visits, the times they
 * were offered before, and the visit to replace.
 */
export const waitingFor = statement(
  {
    id: "uuid",
    patientId: "uuid",
    doctorId: "uuid?",
    hospitalId: "uuid?",
    serviceId: "uuid?",
    fromOn: "date",
    toOn: "date",
    weekdays: "int4[]",
    startMinute: "int4",
    endMinute: "int4",
    overAt: "timestamptz",
    replacesId: "uuid?",
    tiedStartsAt: "timestamptz?",
    cancellationNoticeMinutes: "int4?",
    graceUntil: "timestamptz?",
    needsRebooking: "bool?",
    busyFrom: "timestamptz[]",
    busyTo: "timestamptz[]",
    offered: "timestamptz[]",
  },
  (doctorId: string, now: Date, limit: number) => Prisma.sql`
    SELECT e."id", e."patientId", e."doctorId", e."hospitalId", e."serviceId", e."fromOn", e."toOn", e."weekdays"::int[] AS "weekdays",
      e."startMinute"::int AS "startMinute", e."endMinute"::int AS "endMinute", e."overAt", e."appointmentId" AS "replacesId",
      t."startsAt" AS "tiedStartsAt", t."cancellationNoticeMinutes", t."graceUntil", t."needsRebooking", b."busyFrom", b."busyTo",
      ARRAY(SELECT o."startsAt" FROM "WaitlistOffer" o
        WHERE o."patientId" = e."patientId" AND o."doctorId" = ${doctorId}::uuid AND o."startsAt" > ${now}) AS "offered"
    FROM "WaitlistEntry" e JOIN "Patient" p ON p."id" = e."patientId" LEFT JOIN "Appointment" t ON t."id" = e."appointmentId"
      CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(a."startsAt" ORDER BY a."id"), '{}') AS "busyFrom", coalesce(array_agg(a."endsAt" ORDER BY a."id"), '{}') AS "busyTo"
        FROM "Appointment" a WHERE a."patientId" = e."patientId" AND a."endsAt" > ${now} AND a."startsAt" > ${now}::timestamptz - interval '1 day'
          AND a."status" IN ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS')) b
    WHERE e."status" = 'WAITING' AND e."overAt" > ${now} AND ${FOR_DOCTOR(doctorId)} AND p."mergedIntoId" IS NULL
      AND (t."id" IS NULL OR (t."status" IN ('PENDING', 'CONFIRMED') AND t."startsAt" > ${now}))
      AND NOT EXISTS (SELECT FROM "WaitlistOffer" o
        WHERE o."patientId" = e."patientId" AND o."doctorId" = ${doctorId}::uuid AND o."status" = 'OPEN')
    ORDER BY e."createdAt", e."id" LIMIT ${limit}`,
);

/** Of these doctors, or of all, those for whose times someone waits or has an offer. */
export const awaitedDoctors = statement({ id: "uuid" }, (doctorIds: string[] | null) => {
  const among = (column: Prisma.Sql) =>
    doctorIds === null ? Prisma.empty : Prisma.sql`AND ${column} = ANY(${doctorIds}::uuid[])`;
  return Prisma.sql`
    SELECT e."doctorId" AS "id" FROM "WaitlistEntry" e
      WHERE e."status" IN ('WAITING', 'OFFERED') AND e."doctorId" IS NOT NULL ${among(Prisma.sql`e."doctorId"`)}
    UNION SELECT s."doctorId" FROM "WaitlistEntry" e JOIN "Schedule" s ON s."hospitalId" = e."hospitalId"
      WHERE e."status" IN ('WAITING', 'OFFERED') AND e."doctorId" IS NULL AND s."closedAt" IS NULL ${among(Prisma.sql`s."doctorId"`)}`;
});

/** Takes an entry from one state to another; no row when it was in none of these any more. */
export const stepEntry = statement(
  { id: "uuid", patientId: "uuid", doctorId: "uuid?", hospitalId: "uuid?" },
  (
    id: string,
    { from, to }: { from: readonly WaitlistStatus[]; to: WaitlistStatus },
    endedAt: Date | null,
  ) => Prisma.sql`
    UPDATE "WaitlistEntry" SET "status" = ${to}::"WaitlistEntryStatus", "version" = "version" + 1, "endedAt" = ${endedAt}
    WHERE "id" = ${id}::uuid AND "status"::text = ANY(${[...from]}::text[])
    RETURNING "id", "patientId", "doctorId", "hospitalId"`,
);

type NewOffer = {
  entryId: string;
  patientId: string;
  doctorId: string;
  hospitalId: string | null;
  holdId: string;
  startsAt: Date;
  endsAt: Date;
  expiresAt: Date;
  now: Date;
};

export const insertOffer = statement(
  { id: "uuid" },
  ({ now, ...row }: NewOffer) => Prisma.sql`
    INSERT INTO "WaitlistOffer" ("id", "entryId", "patientId", "doctorId", "hospitalId", "holdId", "startsAt", "endsAt", "expiresAt", "createdAt")
    VALUES (${uuidv7()}::uuid, ${row.entryId}::uuid, ${row.patientId}::uuid, ${row.doctorId}::uuid, ${row.hospitalId}::uuid,
      ${row.holdId}::uuid, ${row.startsAt}, ${row.endsAt}, ${row.expiresAt}, ${now}) RETURNING "id"`,
);

const OFFER = {
  id: "uuid",
  entryId: "uuid",
  patientId: "uuid",
  doctorId: "uuid",
  hospitalId: "uuid?",
  holdId: "uuid?",
  startsAt: "timestamptz",
} as const;
const OFFER_COLUMNS = Prisma.raw(
  Object.keys(OFFER)
    .map((column) => `o."${column}"`)
    .join(", "),
);

type Which = { id: string } | { entryId: string };

/** Closes an open offer, once; no row when it is open no longer. */
export const closeOffer = statement(
  OFFER,
  (
    which: Which,
    to: Exclude<OfferStatus, "OPEN">,
    now: Date,
    booked: { appointmentId: string; replacedStartsAt: Date | null } | null,
  ) => Prisma.sql`
    UPDATE "WaitlistOffer" o SET "status" = ${to}::"WaitlistOfferStatus", "endedAt" = ${now},
      "bookedId" = ${booked?.appointmentId ?? null}::uuid, "replacedStartsAt" = ${booked?.replacedStartsAt ?? null}::timestamptz
    WHERE ${"id" in which ? Prisma.sql`o."id" = ${which.id}::uuid` : Prisma.sql`o."entryId" = ${which.entryId}::uuid`}
      AND o."status" = 'OPEN' RETURNING ${OFFER_COLUMNS}`,
);

/** Offers that were not answered in time. */
export const lapsedOffers = statement(
  { id: "uuid", doctorId: "uuid" },
  (now: Date, limit: number) => Prisma.sql`
    SELECT "id", "doctorId" FROM "WaitlistOffer" WHERE "status" = 'OPEN' AND "expiresAt" <= ${now} ORDER BY "expiresAt" LIMIT ${limit}`,
);

/** The offers of a doctor that can be accepted, with what they would replace and the hours they are in. */
export const openOffers = statement(
  { ...OFFER, scheduleId: "uuid?", serviceId: "uuid?", tiedStartsAt: "timestamptz?" },
  (doctorId: string, now: Date) => Prisma.sql`
    SELECT ${OFFER_COLUMNS}, h."scheduleId", h."serviceId", t."startsAt" AS "tiedStartsAt"
    FROM "WaitlistOffer" o JOIN "WaitlistEntry" e ON e."id" = o."entryId"
      LEFT JOIN "Appointment" h ON h."id" = o."holdId" LEFT JOIN "Appointment" t ON t."id" = e."appointmentId"
    WHERE o."doctorId" = ${doctorId}::uuid AND o."status" = 'OPEN' AND o."expiresAt" > ${now} ORDER BY o."startsAt"`,
);

/**
 * Live entries that are over: after the last date, when the visit to replace has begun or is off, when the record was merged
 * away.
 */
export const overEntries = statement(
  { id: "uuid" },
  (now: Date, tiedDoctorId: string | null, limit: number) => Prisma.sql`
    SELECT e."id"
    FROM "WaitlistEntry" e JOIN "Patient" p ON p."id" = e."patientId" LEFT JOIN "Appointment" t ON t."id" = e."appointmentId"
    WHERE e."status" IN ('WAITING', 'OFFERED') AND (${tiedDoctorId}::uuid IS NULL OR t."doctorId" = ${tiedDoctorId}::uuid)
      AND (e."overAt" <= ${now} OR p."mergedIntoId" IS NOT NULL OR t."status" NOT IN ('PENDING', 'CONFIRMED') OR t."startsAt" <= ${now})
    ORDER BY e."id" LIMIT ${limit}`,
);

type Side = { doctorId?: string | undefined; hospitalId?: string | undefined };
const ofSide = ({ doctorId, hospitalId }: Side) =>
  doctorId ? Prisma.sql`"doctorId" = ${doctorId}::uuid` : Prisma.sql`"hospitalId" = ${hospitalId ?? null}::uuid`;

/** What became of a doctor's or hospital's offers since an instant, and how many wait there now. */
export const waitlistNumbers = statement(
  {
    waiting: "int4",
    offers: "int4",
    open: "int4",
    accepted: "int4",
    declined: "int4",
    lapsed: "int4",
    withdrawn: "int4",
    replaced: "int4",
    gainedSeconds: "float8",
  },
  (side: Side, since: Date) => Prisma.sql`
    SELECT (SELECT count(DISTINCT "patientId")::int FROM "WaitlistEntry" WHERE ${ofSide(side)} AND "status" IN ('WAITING', 'OFFERED')) AS "waiting",
      count(*)::int AS "offers", ${counts("OPEN")} AS "open", ${counts("ACCEPTED")} AS "accepted", ${counts("DECLINED")} AS "declined",
      ${counts("LAPSED")} AS "lapsed", ${counts("WITHDRAWN")} AS "withdrawn", count("replacedStartsAt")::int AS "replaced",
      coalesce(sum(extract(epoch FROM "replacedStartsAt" - "startsAt")), 0)::float AS "gainedSeconds"
    FROM "WaitlistOffer" WHERE ${ofSide(side)} AND "createdAt" >= ${since}`,
);

function counts(status: OfferStatus): Prisma.Sql {
  return Prisma.sql`(count(*) FILTER (WHERE "status" = ${status}::"WaitlistOfferStatus"))::int`;
}
