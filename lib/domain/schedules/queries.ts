import type { Actor } from "@/lib/actor/actor";
import { db, type AppointmentStatus, type Db, type Prisma } from "@/lib/platform/db/db";
import { sql, type Sql } from "@/lib/platform/db/sql";
import { notFound } from "@/lib/platform/errors/app-error";
import { noteOwn, noteRead } from "@/lib/platform/page-notes/page-notes";
import { OLDEST_FIRST, startSortedPage } from "@/lib/platform/input/page";
import { storedOffers, type OfferRead, type StoredOffer } from "./statements";
import { isOwnPlace, visibleTo } from "./policy";
import { asPractice, offeredSlots, type Offer, type OfferedSlot, type OfferWindow } from "./rules";
import type { Availability, AvailabilityQuery } from "./schema";
import type { Booking } from "./slots";
import { DAY_MS } from "@/lib/platform/time/iso-text";

/**
 * Loads what listed doctors offer, in one query for any number of them: open places (own practice, or a verified
 * hospital with an active affiliation), services, and the visits around the window that occupy time. Expired holds
 * don't. Unlisted doctors are missing.
 */
export async function listOffers(client: Sql, doctorIds: string[], read: OfferRead): Promise<Offer[]> {
  noteRead(doctorIds.map((id) => `doctor:${id}`));
  const rows = await storedOffers(client, doctorIds, read);
  return rows.map(({ offer: { taken, ...offer } }) => ({ ...offer, bookings: bookingsOf(taken) }));
}

function bookingsOf([starts, ends]: StoredOffer["taken"]): Booking[] {
  return (starts ?? []).map((start, nth) => ({ start, end: ends?.[nth] ?? start }));
}

/** Returns one listed doctor's offer, or null. */
export async function findOffer(client: Sql, doctorId: string, read: OfferRead): Promise<Offer | null> {
  const [offer] = await listOffers(client, [doctorId], read);
  return offer ?? null;
}

/** Returns the offer as this actor may book it: a year ahead for the doctor, and for the staff of a place there. */
export function offerTo(actor: Actor, offer: Offer): Offer {
  return asPractice(offer, (place) => isOwnPlace(actor, place));
}

/**
 * Returns the first `count` available slots of each doctor: within a fortnight first, then, for those without, within
 * 90 days.
 */
export async function listNextSlots(
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
    for (const offer of await listOffers(sql, open, { window, now: options.now })) {
      found.set(offer.doctorId, offeredSlots(offer, window, { serviceId: options.serviceId }, options.count));
    }
  }
  return found;
}

/**
 * Returns the available slots of a listed doctor, as of `asOf`. Throws `not-found` for everyone else. An appointment
 * being moved does not block itself: pass its ID once the actor is known to see it. `practice` is the
 * actor who books for the practice, further ahead than patients do.
 */
export async function getAvailability(
  doctorId: string,
  query: AvailabilityQuery,
  ignoreAppointmentId: string | null = null,
  practice: Actor | null = null,
): Promise<Availability> {
  const now = new Date();
  const { from, to, as: _, ...narrowing } = query;
  const window = { from: new Date(from), to: new Date(to), now };
  const found = await findOffer(sql, doctorId, { window, now, ignoreAppointmentId });
  if (!found) throw notFound();
  const offer = practice ? offerTo(practice, found) : found;
  noteOwn(now.toISOString(), "instant");
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
export function getSchedule(actor: Actor, id: string): Promise<ScheduleRow> {
  return getScheduleIn(db, actor, id);
}

/** As `getSchedule`, with the client of a transaction. */
export async function getScheduleIn(client: Db, actor: Actor, id: string): Promise<ScheduleRow> {
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
export function listHospitalsForHours(client: Db, doctorId: string) {
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
  status: true,
  needsRebooking: true,
} as const;

/** Returns the upcoming visits booked in these hours. */
export function listComingVisits(client: Db, scheduleId: string, now: Date) {
  return client.appointment.findMany({
    where: { scheduleId, status: { in: COMING_STATUSES }, startsAt: { gt: now } },
    orderBy: { startsAt: "asc" },
    select: comingSelect,
  });
}

/** Returns the visits between two times that are booked in any of these hours, with which they are booked in. */
export function listComingVisitsIn(client: Db, scheduleIds: string[], from: Date, to: Date) {
  return client.appointment.findMany({
    where: {
      scheduleId: { in: scheduleIds },
      status: { in: COMING_STATUSES },
      startsAt: { gt: from, lt: to },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { ...comingSelect, scheduleId: true },
  });
}

export type ComingVisit = Awaited<ReturnType<typeof listComingVisits>>[number];
