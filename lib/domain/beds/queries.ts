import type { Notified } from "@/lib/domain/contacts/schema";
import type { Actor } from "@/lib/actor/actor";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { withBeside } from "@/lib/platform/db/beside";
import { db, type Prisma } from "@/lib/platform/db/db";
import type { RowOf } from "@/lib/platform/db/statement";
import { notFound } from "@/lib/platform/errors/app-error";
import { NEWEST_FIRST, startSortedPage, type PageQuery } from "@/lib/platform/input/page";
import type { bedById } from "./statements/beds";
import { visibleTo } from "./policy";
import type { BedBookingFilter } from "./schema";
import { textsOfStays } from "./statements/texts";
import type { BedBookingStatus } from "./status";

export const bedBookingSelect = {
  id: true,
  hospitalId: true,
  patientId: true,
  wardKind: true,
  bedId: true,
  status: true,
  startsAt: true,
  endsAt: true,
  reservedUntil: true,
  reservedAt: true,
  admittedAt: true,
  dischargedAt: true,
  endedAt: true,
  version: true,
  createdAt: true,
} satisfies Prisma.BedBookingSelect;

/** Why the bed is needed, and why it was declined or cancelled; null where nothing was written. */
export type Texts = Omit<RowOf<typeof textsOfStays>, "id">;

/** A bed booking as use cases use it. */
export type BedBookingRow = Prisma.BedBookingGetPayload<{ select: typeof bedBookingSelect }> & Texts;

/** A changed bed booking, and how its patient is notified. */
export type ChangedBedBooking = BedBookingRow & { notified: Notified };

/** With the names a screen shows. */
const stayCardSelect = {
  ...bedBookingSelect,
  hospital: { select: { name: true, slug: true, timeZone: true, address: true, city: true, phone: true } },
  patient: { select: { name: true, bornOn: true, phone: true } },
  bed: { select: { label: true, ward: { select: { name: true, kind: true } } } },
} satisfies Prisma.BedBookingSelect;

export type StayRow = Prisma.BedBookingGetPayload<{ select: typeof stayCardSelect }> & Texts;

/** A ward as use cases and lists use it. */
export const wardSelect = {
  id: true,
  hospitalId: true,
  departmentId: true,
  name: true,
  kind: true,
  dailyRateMinor: true,
  currency: true,
  cleaningMinutes: true,
  version: true,
} satisfies Prisma.WardSelect;

export type WardRow = Prisma.WardGetPayload<{ select: typeof wardSelect }>;

/** A bed with its condition. */
export type BedRow = RowOf<typeof bedById>;

/** Returns the given bookings with their texts, by one read in the actor's name. */
export function listWithTexts<R extends { id: string }>(actor: Actor, rows: R[]): Promise<(R & Texts)[]> {
  const read = (ids: string[]) => inSqlTransaction(actor, (tx) => textsOfStays(tx, ids));
  return withBeside(rows, read, { reason: null, statusReason: null });
}

/** Returns one booking the actor may see; throws `not-found` for all others alike. */
export async function getBedBooking(actor: Actor, id: string): Promise<BedBookingRow> {
  const rows = await db.bedBooking.findMany({ where: { id, ...visibleTo(actor) }, select: bedBookingSelect });
  const [row] = await listWithTexts(actor, rows);
  if (!row) throw notFound();
  return row;
}

/** Returns the same with names and every bed of the stay, for a screen. */
export async function getStay(actor: Actor, id: string) {
  const rows = await db.bedBooking.findMany({
    where: { id, ...visibleTo(actor) },
    select: {
      ...stayCardSelect,
      stays: {
        orderBy: [{ startsAt: "asc" }, { id: "asc" }],
        select: { startsAt: true, endsAt: true, ward: { select: { name: true } }, bed: { select: { label: true } } },
      },
    },
  });
  const [row] = await listWithTexts(actor, rows);
  if (!row) throw notFound();
  return row;
}

/** Narrows what is visible to one side: one hospital's, one's own patients', what is not over. */
export type Narrowed = BedBookingFilter & { statuses?: BedBookingStatus[]; patientIds?: string[] };

/** A page of what the actor may see, newest first. */
export function listBedBookings(actor: Actor, filter: Narrowed, query: PageQuery) {
  return readPage(actor, filter, query, (part) => db.bedBooking.findMany({ ...part, select: bedBookingSelect }));
}

/** The same page with names, for a screen. */
export function listStays(actor: Actor, filter: Narrowed, query: PageQuery) {
  return readPage(actor, filter, query, (part) => db.bedBooking.findMany({ ...part, select: stayCardSelect }));
}

type Listed = { id: string; createdAt: Date };
type Part = Required<Pick<Prisma.BedBookingFindManyArgs, "where" | "orderBy" | "take">>;

async function readPage<R extends Listed>(
  actor: Actor,
  filter: Narrowed,
  query: PageQuery,
  read: (part: Part) => Promise<R[]>,
) {
  const { beyond, orderBy, take, pageOf } = startSortedPage(query, NEWEST_FIRST);
  const rows = await readArms(actor, (visible) =>
    read({ where: { AND: [visible, narrowed(filter), beyond] }, orderBy, take }),
  );
  return pageOf(await listWithTexts(actor, rows));
}

/**
 * Own patients' and the own hospital's, each by its own index and merged: one condition with OR would sort everything a
 * hospital ever had.
 */
async function readArms<R extends Listed>(
  actor: Actor,
  read: (where: Prisma.BedBookingWhereInput) => Promise<R[]>,
): Promise<R[]> {
  const arms = visibleTo(actor).OR ?? [];
  const rows = (await Promise.all(arms.map(read))).flat();
  if (arms.length < 2) return rows;
  const known = new Map(rows.map((row) => [row.id, row]));
  return [...known.values()].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1));
}

function narrowed(filter: Narrowed): Prisma.BedBookingWhereInput {
  const and: Prisma.BedBookingWhereInput[] = [];
  if (filter.hospitalId) and.push({ hospitalId: filter.hospitalId });
  if (filter.patientId) and.push({ patientId: filter.patientId });
  if (filter.patientIds) and.push({ patientId: { in: filter.patientIds } });
  if (filter.status) and.push({ status: filter.status });
  if (filter.statuses) and.push({ status: { in: filter.statuses } });
  return { AND: and };
}

/** Returns who and where of stays, for one line each; without those the actor may not see. */
export async function listStayNames(actor: Actor, ids: string[]) {
  if (ids.length === 0) return [];
  return db.bedBooking.findMany({
    where: { id: { in: ids }, ...visibleTo(actor) },
    select: {
      id: true,
      startsAt: true,
      patientId: true,
      hospitalId: true,
      hospital: { select: { name: true, timeZone: true } },
      patient: { select: { name: true } },
    },
  });
}
