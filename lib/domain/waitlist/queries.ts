import type { Actor } from "@/lib/actor/actor";
import { db, type Db, type Prisma } from "@/lib/platform/db/db";
import { sql } from "@/lib/platform/db/sql";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { NEWEST_FIRST, OLDEST_FIRST, startSortedPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { DAY_MS } from "@/lib/platform/time/iso-text";
import { canAnswer, canCount, visibleTo } from "./policy";
import { daysGained } from "./rules";
import type { NumbersQuery, WaitlistFilter, WaitlistNumbers } from "./schema";
import { waitlistNumbers } from "./statements";
import { LIVE_STATUSES } from "./status";

const offerSelect = {
  id: true,
  entryId: true,
  doctorId: true,
  hospitalId: true,
  startsAt: true,
  endsAt: true,
  expiresAt: true,
  status: true,
  createdAt: true,
} satisfies Prisma.WaitlistOfferSelect;

const entrySelect = {
  id: true,
  patientId: true,
  doctorId: true,
  hospitalId: true,
  specialtyId: true,
  serviceId: true,
  appointmentId: true,
  fromOn: true,
  toOn: true,
  weekdays: true,
  startMinute: true,
  endMinute: true,
  status: true,
  version: true,
  createdAt: true,
  endedAt: true,
  offers: { where: { status: "OPEN" }, select: offerSelect },
} satisfies Prisma.WaitlistEntrySelect;

export type WaitlistEntryRow = Prisma.WaitlistEntryGetPayload<{ select: typeof entrySelect }>;

const clock = { timeZone: true, name: true } as const;

/** With the names a screen shows. */
const entryCardSelect = {
  ...entrySelect,
  offers: {
    where: { status: "OPEN" },
    select: {
      ...offerSelect,
      doctor: { select: { ...clock, slug: true, practiceName: true } },
      hospital: { select: clock },
      hold: { select: { mode: true, schedule: { select: { timeZone: true } } } },
    },
  },
  patient: { select: { name: true, phone: true } },
  doctor: { select: { ...clock, slug: true } },
  hospital: { select: { ...clock, slug: true } },
  specialty: { select: { name: true } },
  service: { select: { name: true } },
  appointment: { select: { startsAt: true, schedule: { select: { timeZone: true } } } },
} satisfies Prisma.WaitlistEntrySelect;

export type WaitlistEntryCard = Prisma.WaitlistEntryGetPayload<{ select: typeof entryCardSelect }>;

/** Returns one entry the actor may see; throws `not-found` for all others alike. */
export async function getEntry(actor: Actor, id: string): Promise<WaitlistEntryRow> {
  const row = await db.waitlistEntry.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: entrySelect });
  if (!row) throw notFound();
  return row;
}

function narrowed(actor: Actor, { status, ...only }: WaitlistFilter): Prisma.WaitlistEntryWhereInput[] {
  const states = status === "live" ? { in: [...LIVE_STATUSES] } : status;
  return [visibleTo(actor), only, ...(states ? [{ status: states }] : [])];
}

/** Returns a page of the entries the actor sees, newest first. */
export async function listEntries(
  actor: Actor,
  filter: WaitlistFilter,
  page: PageQuery,
): Promise<Page<WaitlistEntryRow>> {
  const { beyond, orderBy, take, pageOf } = startSortedPage(page, NEWEST_FIRST);
  const where = { AND: [...narrowed(actor, filter), beyond] };
  return pageOf(await db.waitlistEntry.findMany({ where, orderBy, take, select: entrySelect }));
}

/** Returns the same with names, for a screen; of some patients, oldest or newest first. */
export async function listEntryCards(
  actor: Actor,
  { patientIds, ...filter }: WaitlistFilter & { patientIds?: string[] },
  { order, ...page }: PageQuery & { order: "asc" | "desc" },
): Promise<Page<WaitlistEntryCard>> {
  const { beyond, orderBy, take, pageOf } = startSortedPage(page, order === "asc" ? OLDEST_FIRST : NEWEST_FIRST);
  const own = patientIds ? [{ patientId: { in: patientIds } }] : [];
  const where = { AND: [...narrowed(actor, filter), ...own, beyond] };
  return pageOf(await db.waitlistEntry.findMany({ where, orderBy, take, select: entryCardSelect }));
}

/** Returns the entries with a time that is offered to the actor's own patients now. */
export function listOfferedCards(actor: Actor): Promise<WaitlistEntryCard[]> {
  return db.waitlistEntry.findMany({
    where: { status: "OFFERED", patientId: { in: actor.patientIds } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 20,
    select: entryCardSelect,
  });
}

/** Returns the live entry that an appointment is to be replaced for, if the actor's patient has one. */
export async function findEntryOfVisit(actor: Actor, appointmentId: string): Promise<{ id: string } | null> {
  return db.waitlistEntry.findFirst({
    where: { appointmentId, status: { in: [...LIVE_STATUSES] }, patientId: { in: actor.patientIds } },
    select: { id: true },
  });
}

const ownOfferSelect = {
  ...offerSelect,
  patientId: true,
  holdId: true,
  bookedId: true,
  entry: { select: { appointmentId: true } },
} satisfies Prisma.WaitlistOfferSelect;
export type OwnOffer = Prisma.WaitlistOfferGetPayload<{ select: typeof ownOfferSelect }>;

/** Returns an offer to one of the actor's patients. Throws `not-found`, and `forbidden` for who only sees it. */
export function getOwnOffer(actor: Actor, id: string): Promise<OwnOffer> {
  return getOwnOfferIn(db, actor, id);
}

/** As `getOwnOffer`, with the client of a transaction. */
export async function getOwnOfferIn(client: Db, actor: Actor, id: string): Promise<OwnOffer> {
  const where = { AND: [{ id }, { entry: visibleTo(actor) }] };
  const row = await client.waitlistOffer.findFirst({ where, select: ownOfferSelect });
  if (!row) throw notFound();
  if (!canAnswer(actor, row)) throw new AppError("forbidden", "Only those who book for the patient can answer.");
  return row;
}

/** Counts what became of a doctor's or a hospital's offers, and who waits. Throws `not-found` for everyone else. */
export async function loadWaitlistNumbers(
  actor: Actor,
  { days, ...side }: NumbersQuery,
  now: Date = new Date(),
): Promise<WaitlistNumbers> {
  if (!canCount(actor, side)) throw notFound();
  const since = new Date(now.getTime() - days * DAY_MS);
  const [row] = await waitlistNumbers(sql, side, since);
  if (!row) throw notFound();
  const { gainedSeconds, ...counts } = row;
  return { since: since.toISOString(), ...counts, daysGained: daysGained(gainedSeconds), asOf: now.toISOString() };
}
