import type { Notified } from "@/lib/domain/contacts/schema";
import type { Actor } from "@/lib/actor/actor";
import { db, type Db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { NEWEST_FIRST, startSortedPage } from "@/lib/platform/input/page";
import { canDispatch, ownCalls, visibleTo } from "./policy";
import type { CallListFilter } from "./schema";

/** A call as use cases and lists use it, without the callback code, which only its caller may read. */
export const callSelect = {
  id: true,
  kind: true,
  status: true,
  pickupLatitude: true,
  pickupLongitude: true,
  pickupAddress: true,
  contactName: true,
  contactPhone: true,
  patientId: true,
  requestedByUserId: true,
  trackingTokenHash: true,
  verifiedAt: true,
  callBackFirst: true,
  hospitalId: true,
  ambulanceId: true,
  bedKind: true,
  bedBookingId: true,
  statusReason: true,
  escalatesAt: true,
  nobodyLeftAt: true,
  dispatchedAt: true,
  enRouteAt: true,
  onSceneAt: true,
  transportingAt: true,
  arrivedAt: true,
  completedAt: true,
  endedAt: true,
  version: true,
  createdAt: true,
  patient: { select: { id: true, name: true } },
  hospital: { select: { id: true, slug: true, name: true, phone: true, timeZone: true } },
  ambulance: { select: { id: true, registration: true, kind: true, crewPhone: true } },
  bedBooking: {
    select: {
      id: true,
      status: true,
      reservedUntil: true,
      bed: { select: { label: true, ward: { select: { name: true } } } },
    },
  },
  offers: {
    select: { hospitalId: true, status: true, distanceMetres: true, offeredAt: true },
    orderBy: { offeredAt: "asc" },
  },
} satisfies Prisma.AmbulanceBookingSelect;

export type CallRow = Prisma.AmbulanceBookingGetPayload<{ select: typeof callSelect }>;

/** A changed call, and how the caller is notified. */
export type ChangedCall = CallRow & { notified: Notified };

/** Returns one call the actor may see; throws `not-found` for all others alike. */
export function getCall(actor: Actor, id: string): Promise<CallRow> {
  return getCallIn(db, actor, id);
}

/** As `getCall`, with the client of a transaction. */
export async function getCallIn(client: Db, actor: Actor, id: string): Promise<CallRow> {
  const row = await client.ambulanceBooking.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: callSelect,
  });
  if (!row) throw notFound();
  return row;
}

/** Returns those of the calls that are the actor's own. */
export async function listOwnCallIds(actor: Actor, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db.ambulanceBooking.findMany({
    where: { AND: [{ id: { in: ids } }, ownCalls(actor)] },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

type Page = { limit: number; cursor?: string | undefined };
type CallPage = { items: CallRow[]; nextCursor: string | null };

/**
 * Returns a page of the calls the actor may see, newest first. Each kind of access uses its own index and the pages are
 * merged, because one condition over all of them would read every call ever made.
 */
export async function listCalls(actor: Actor, filter: CallListFilter, page: Page): Promise<CallPage> {
  return mergedPage(waysOf(visibleTo(actor)), filter, page);
}

/** Returns the same for the actor's own calls, for the patient's portal. */
export async function listOwnCalls(actor: Actor, filter: CallListFilter, page: Page): Promise<CallPage> {
  return mergedPage(waysOf(ownCalls(actor)), filter, page);
}

/** Returns calls of one hospital whose vehicle came or comes, newest first, for its staff; an empty page for others. */
export async function listHospitalCalls(
  actor: Actor,
  hospitalId: string,
  filter: CallListFilter,
  page: Page,
): Promise<CallPage> {
  return mergedPage(canDispatch(actor, hospitalId) ? [{ hospitalId }] : [], filter, page);
}

function waysOf(where: Prisma.AmbulanceBookingWhereInput): Prisma.AmbulanceBookingWhereInput[] {
  return where.OR ?? [];
}

async function mergedPage(
  ways: Prisma.AmbulanceBookingWhereInput[],
  filter: CallListFilter,
  page: Page,
): Promise<CallPage> {
  const { beyond, orderBy, take, pageOf } = startSortedPage(page, NEWEST_FIRST);
  const and: Prisma.AmbulanceBookingWhereInput[] = [beyond];
  if (filter.status) and.push({ status: filter.status });
  if (filter.from) and.push({ createdAt: { gte: filter.from } });
  if (filter.to) and.push({ createdAt: { lt: filter.to } });
  const pages = await Promise.all(
    ways.map((way) =>
      db.ambulanceBooking.findMany({
        where: { AND: [way, ...and] },
        orderBy,
        take,
        select: callSelect,
      }),
    ),
  );
  const unique = new Map(pages.flat().map((row) => [row.id, row]));
  const rows = [...unique.values()].sort(
    (a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1),
  );
  return pageOf(rows);
}
