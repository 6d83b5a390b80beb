import { Prisma } from "@/lib/platform/db/db";
import { command, statement, typed } from "@/lib/platform/db/statement";
import { DAY_MS } from "@/lib/platform/time/iso-text";
import type { Offer } from "./rules";
import type { HoursExceptionInput } from "./schema";

const HOUR_MS = 3_600_000;
/**
 * As in the database's CHECKs: a visit lasts a day at most, and the buffers between two visits add up to 8 hours at
 * most.
 */
const MAX_VISIT_MS = DAY_MS;
const MAX_BUFFERS_MS = 8 * HOUR_MS;

export type OfferRead = {
  window: { from: Date; to: Date };
  now: Date;
  /** The appointment being moved, which does not block its own time. */
  ignoreAppointmentId?: string | null;
  /** Whose holds to ignore: a person's own hold does not block them. */
  holderId?: string | null;
};

/** Starts and ends in epoch milliseconds, in two lists: read and written in a third of the time of texts. */
export type StoredOffer = Omit<Offer, "bookings"> & { taken: [starts: number[] | null, ends: number[] | null] };

/** What listed doctors offer, with the visits that take their time. */
export const storedOffers = statement({ offer: typed<StoredOffer>("json") }, (doctorIds: string[], read: OfferRead) => {
  // What ends before the one or starts after the other can't affect the window.
  const endsAfter = new Date(read.window.from.getTime() - MAX_BUFFERS_MS);
  const startsBefore = new Date(read.window.to.getTime() + MAX_BUFFERS_MS);
  const startsAfter = new Date(endsAfter.getTime() - MAX_VISIT_MS);
  const ignored = read.ignoreAppointmentId ? Prisma.sql`AND a."id" <> ${read.ignoreAppointmentId}::uuid` : Prisma.empty;
  const notOwn = read.holderId
    ? Prisma.sql`AND (a."status" <> 'HELD' OR a."bookedByUserId" IS DISTINCT FROM ${read.holderId}::uuid)`
    : Prisma.empty;
  const ownHold = read.holderId
    ? Prisma.sql`EXISTS (SELECT 1 FROM "Appointment" o WHERE o."doctorId" = d."id" AND o."bookedByUserId" = ${read.holderId}::uuid AND o."status" = 'HELD')`
    : Prisma.sql`false`;
  // A local date that starts or ends in the window is counted completely: at most a day and a clock change beyond it.
  const datesFrom = new Date(read.window.from.getTime() - DAY_MS - 2 * HOUR_MS);
  const datesTo = new Date(read.window.to.getTime() + DAY_MS + 2 * HOUR_MS);
  const takesTime = Prisma.sql`a."status" NOT IN ('CANCELLED', 'DECLINED', 'EXPIRED', 'NO_SHOW', 'LEFT')
            AND (a."status" <> 'HELD' OR a."holdExpiresAt" > ${read.now}) ${ignored} ${notOwn}`;
  return Prisma.sql`
    SELECT json_build_object(
      'doctorId', d."id", 'timeZone', d."timeZone",
      'schedules', coalesce((
        SELECT json_agg(json_build_object('id', s."id", 'hospitalId', s."hospitalId", 'timeZone', s."timeZone",
          'slotMinutes', s."slotMinutes", 'stepMinutes', s."stepMinutes", 'bufferBeforeMinutes', s."bufferBeforeMinutes",
          'bufferAfterMinutes', s."bufferAfterMinutes", 'minNoticeMinutes', s."minNoticeMinutes",
          'horizonDays', s."horizonDays", 'autoConfirm', s."autoConfirm",
          'cancellationNoticeMinutes', s."cancellationNoticeMinutes",
          'mostVisitsPerPatientPerDay', s."mostVisitsPerPatientPerDay", 'mostNewPatientsPerDay', s."mostNewPatientsPerDay",
          'mostVisitsPerDay', s."mostVisitsPerDay", 'visitStarts', CASE WHEN s."mostVisitsPerDay" IS NOT NULL THEN (
            SELECT array_agg((date_part('epoch', a."startsAt") * 1000)::int8) FROM "Appointment" a
            WHERE a."doctorId" = d."id" AND a."scheduleId" = s."id" AND a."startsAt" >= ${datesFrom} AND a."startsAt" < ${datesTo} AND ${takesTime}) END,
          'rules', s."rules", 'exceptions', s."exceptions"))
        FROM "Schedule" s WHERE s."doctorId" = d."id" AND s."closedAt" IS NULL AND (s."hospitalId" IS NULL OR EXISTS (
          SELECT 1 FROM "Affiliation" f JOIN "Hospital" h ON h."id" = f."hospitalId"
          WHERE f."doctorId" = d."id" AND f."hospitalId" = s."hospitalId" AND f."status" = 'ACTIVE' AND h."verification" = 'VERIFIED'))
      ), '[]'),
      'services', coalesce((
        SELECT json_agg(json_build_object('serviceId', v."serviceId", 'durationMinutes', v."durationMinutes", 'mode', v."mode"))
        FROM "DoctorService" v WHERE v."doctorId" = d."id"), '[]'),
      'taken', (
        SELECT json_build_array(array_agg((date_part('epoch', a."startsAt") * 1000)::int8), array_agg((date_part('epoch', a."endsAt") * 1000)::int8))
        FROM "Appointment" a WHERE a."doctorId" = d."id" AND a."startsAt" >= ${startsAfter} AND a."startsAt" < ${startsBefore} AND a."endsAt" > ${endsAfter}
          AND ${takesTime}),
      'hasOwnHold', ${ownHold}
    ) AS "offer"
    FROM "Doctor" d WHERE d."id" = ANY(${doctorIds}::uuid[]) AND d."verification" = 'VERIFIED'`;
});

export const zonesOfPlaces = statement(
  { timeZone: "text" },
  () => Prisma.sql`
    SELECT "timeZone" FROM "Hospital" UNION SELECT "timeZone" FROM "Doctor" UNION SELECT "timeZone" FROM "Schedule"`,
);

/** Replaces the exceptions of several hours at once. */
export const writeExceptions = command(
  (changed: { id: string; exceptions: HoursExceptionInput[] }[]) => Prisma.sql`
    UPDATE "Schedule" s SET "exceptions" = n."exceptions", "version" = s."version" + 1, "updatedAt" = now()
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS n("id" uuid, "exceptions" jsonb)
    WHERE s."id" = n."id"`,
);
