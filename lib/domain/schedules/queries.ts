import type { Actor } from "@/lib/actor/actor";
import { db, Prisma, type AppointmentStatus, type Db } from "@/lib/platform/db/db";
import { sql, type Sql } from "@/lib/platform/db/sql";
import { notFound } from "@/lib/platform/errors/app-error";
import { OLDEST_FIRST, startSortedPage } from "@/lib/platform/input/page";
import { visibleTo } from "./policy";
import { offeredSlots, type Offer, type OfferedSlot, type OfferWindow } from "./rules";
import type { Availability, AvailabilityQuery } from "./schema";
import type { Booking } from "./slots";
import { DAY_MS } from "@/lib/platform/time/iso-text";

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

/**
 * Loads what listed doctors offer, in one query for any number of them: open places (own practice, or a verified
 * hospital with an active affiliation), services, and the visits around the window that occupy time. Expired holds
 * don't. Unlisted doctors are missing.
 */
export async function loadOffers(client: Sql, doctorIds: string[], read: OfferRead): Promise<Offer[]> {
  // What ends before the one or starts after the other can't affect the window.
  const endsAfter = new Date(read.window.from.getTime() - MAX_BUFFERS_MS);
  const startsBefore = new Date(read.window.to.getTime() + MAX_BUFFERS_MS);
  const startsAfter = new Date(endsAfter.getTime() - MAX_VISIT_MS);
  const ignored = read.ignoreAppointmentId ? Prisma.sql`AND a."id" <> ${read.ignoreAppointmentId}::uuid` : Prisma.empty;
  const notOwn = read.holderId
    ? Prisma.sql`AND (a."status" <> 'HELD' OR a."bookedByUserId" <> ${read.holderId}::uuid)`
    : Prisma.empty;
  const ownHold = read.holderId
    ? Prisma.sql`EXISTS (SELECT 1 FROM "Appointment" o WHERE o."doctorId" = d."id" AND o."bookedByUserId" = ${read.holderId}::uuid AND o."status" = 'HELD')`
    : Prisma.sql`false`;
  // A local date that starts or ends in the window is counted completely: at most a day and a clock change beyond it.
  const datesFrom = new Date(read.window.from.getTime() - DAY_MS - 2 * HOUR_MS);
  const datesTo = new Date(read.window.to.getTime() + DAY_MS + 2 * HOUR_MS);
  const takesTime = Prisma.sql`a."status" NOT IN ('CANCELLED', 'DECLINED', 'EXPIRED', 'NO_SHOW', 'LEFT')
          AND (a."status" <> 'HELD' OR a."holdExpiresAt" > ${read.now}) ${ignored} ${notOwn}`;
  const rows = await client.$queryRaw<{ offer: StoredOffer }[]>`
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
  return rows.map(({ offer: { taken, ...offer } }) => ({ ...offer, bookings: bookingsOf(taken) }));
}

/** Starts and ends in epoch milliseconds, in two lists: read and written in a third of the time of texts. */
type StoredOffer = Omit<Offer, "bookings"> & { taken: [starts: number[] | null, ends: number[] | null] };

function bookingsOf([starts, ends]: StoredOffer["taken"]): Booking[] {
  return (starts ?? []).map((start, nth) => ({ start, end: ends?.[nth] ?? start }));
}

/** Returns one listed doctor's offer, or null. */
export async function loadOffer(client: Sql, doctorId: string, read: OfferRead): Promise<Offer | null> {
  const [offer] = await loadOffers(client, [doctorId], read);
  return offer ?? null;
}

/**
 * Returns the first `count` available slots of each doctor: within a fortnight first, then, for those without, within
 * 90 days.
 */
export async function nextSlots(
  doctorIds: string[],
  options: { now: Date; count: number; serviceId?: string },
): Promise<Map<string, OfferedSlot[]>> {
  const found = new Map<string, OfferedSlot[]>();
  for (const days of [14, 90]) {
    const open = doctorIds.filter((id) => !found.get(id)?.length);
    if (open.length === 0) break;
    const window: OfferWindow = {
      from: options.now,
      to: new Date(options.now.getTime() + days * DAY_MS),
      now: options.now,
    };
    for (const offer of await loadOffers(sql, open, { window, now: options.now })) {
      found.set(offer.doctorId, offeredSlots(offer, window, { serviceId: options.serviceId }, options.count));
    }
  }
  return found;
}

/**
 * Returns the available slots of a listed doctor, as of `asOf`. Throws `not-found` for everyone else. An appointment
 * being moved does not block itself: pass its ID once the actor is known to see it.
 */
export async function availability(
  doctorId: string,
  query: AvailabilityQuery,
  ignoreAppointmentId: string | null = null,
): Promise<Availability> {
  const now = new Date();
  const { from, to, ...narrowing } = query;
  const window = { from: new Date(from), to: new Date(to), now };
  const offer = await loadOffer(sql, doctorId, { window, now, ignoreAppointmentId });
  if (!offer) throw notFound();
  return {
    doctorId,
    timeZone: offer.timeZone,
    from,
    to,
    slots: offeredSlots(offer, window, narrowing),
    asOf: now.toISOString(),
  };
}

export const scheduleSelect = {
  id: true,
  doctorId: true,
  hospitalId: true,
  timeZone: true,
  slotMinutes: true,
  stepMinutes: true,
  bufferBeforeMinutes: true,
  bufferAfterMinutes: true,
  minNoticeMinutes: true,
  horizonDays: true,
  autoConfirm: true,
  cancellationNoticeMinutes: true,
  mostVisitsPerDay: true,
  mostVisitsPerPatientPerDay: true,
  mostNewPatientsPerDay: true,
  rules: true,
  exceptions: true,
  closedAt: true,
  version: true,
} satisfies Prisma.ScheduleSelect;

export type ScheduleRow = Prisma.ScheduleGetPayload<{ select: typeof scheduleSelect }>;

/** Returns one schedule the actor may read; throws `not-found` for all others alike. */
export async function getSchedule(actor: Actor, id: string, client: Db = db): Promise<ScheduleRow> {
  const row = await client.schedule.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: scheduleSelect });
  if (!row) throw notFound();
  return row;
}

/** A page of a doctor's schedules as far as the actor may read them, oldest first; one per place. */
export async function listSchedules(
  actor: Actor,
  doctorId: string,
  page: { limit: number; cursor?: string | undefined },
) {
  const { beyond, orderBy, take, pageOf } = startSortedPage(page, OLDEST_FIRST);
  const rows = await db.schedule.findMany({
    where: { AND: [{ doctorId }, visibleTo(actor), beyond] },
    orderBy,
    take,
    select: { ...scheduleSelect, createdAt: true },
  });
  return pageOf(rows);
}

/** Returns the places where a doctor may have hours: verified hospitals with an active affiliation. */
export function hospitalsForHours(client: Db, doctorId: string) {
  return client.hospital.findMany({
    where: { verification: "VERIFIED", affiliations: { some: { doctorId, status: "ACTIVE" } } },
    orderBy: { name: "asc" },
    take: 100,
    select: { id: true, name: true, timeZone: true },
  });
}

/** Requested or booked, and not started. */
export const COMING_STATUSES: AppointmentStatus[] = ["PENDING", "CONFIRMED", "CHECKED_IN"];

export const comingSelect = {
  id: true,
  doctorId: true,
  patientId: true,
  hospitalId: true,
  startsAt: true,
  endsAt: true,
  needsRebooking: true,
} as const;

/** Returns the upcoming visits booked in these hours. */
export function comingVisits(client: Db, scheduleId: string, now: Date) {
  return client.appointment.findMany({
    where: { scheduleId, status: { in: COMING_STATUSES }, startsAt: { gt: now } },
    orderBy: { startsAt: "asc" },
    select: comingSelect,
  });
}

export type ComingVisit = Awaited<ReturnType<typeof comingVisits>>[number];
