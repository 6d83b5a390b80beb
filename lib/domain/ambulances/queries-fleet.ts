import type { Actor } from "@/lib/actor/actor";
import { db, type Db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { BY_NAME, startSortedPage } from "@/lib/platform/input/page";
import { canDispatch, fleetVisibleTo } from "./policy";
import { VEHICLE_STATUSES, type AmbulanceCondition } from "./status";

type Page = { limit: number; cursor?: string | undefined };

/** A vehicle with its current call, which determines its condition. */
export const ambulanceSelect = {
  id: true,
  hospitalId: true,
  registration: true,
  kind: true,
  crewPhone: true,
  state: true,
  stateReason: true,
  stateChangedAt: true,
  latitude: true,
  longitude: true,
  version: true,
  createdAt: true,
  bookings: { where: { status: { in: [...VEHICLE_STATUSES] } }, select: { id: true, status: true }, take: 1 },
} satisfies Prisma.AmbulanceSelect;

export type AmbulanceRow = Prisma.AmbulanceGetPayload<{ select: typeof ambulanceSelect }>;

/** Returns one vehicle of the actor's hospital; throws `not-found` for all others alike. */
export function getAmbulance(actor: Actor, id: string): Promise<AmbulanceRow> {
  return getAmbulanceIn(db, actor, id);
}

/** As `getAmbulance`, with the client of a transaction. */
export async function getAmbulanceIn(client: Db, actor: Actor, id: string): Promise<AmbulanceRow> {
  const row = await client.ambulance.findFirst({
    where: { AND: [{ id, removedAt: null }, fleetVisibleTo(actor)] },
    select: ambulanceSelect,
  });
  if (!row) throw notFound();
  return row;
}

const BY_REGISTRATION = { ...BY_NAME, column: "registration", keys: ["r", "i"] } as const;

/** Returns a page of a hospital's vehicles by registration, for its staff. Throws `not-found` for everyone else. */
export async function listAmbulances(
  actor: Actor,
  hospitalId: string,
  page: Page & { condition?: AmbulanceCondition | undefined },
): Promise<{ items: AmbulanceRow[]; nextCursor: string | null }> {
  if (!canDispatch(actor, hospitalId)) throw notFound();
  const { beyond, orderBy, take, pageOf } = startSortedPage(page, BY_REGISTRATION);
  const rows = await db.ambulance.findMany({
    where: {
      hospitalId,
      removedAt: null,
      ...whereCondition(page.condition),
      AND: [beyond],
    },
    orderBy,
    take,
    select: ambulanceSelect,
  });
  return pageOf(rows);
}

function whereCondition(condition: AmbulanceCondition | undefined): Prisma.AmbulanceWhereInput {
  const onCall = { status: { in: [...VEHICLE_STATUSES] } };
  if (condition === undefined) return {};
  if (condition === "ON_CALL") return { bookings: { some: onCall } };
  return { bookings: { none: onCall }, state: condition === "AVAILABLE" ? "IN_SERVICE" : "OUT_OF_SERVICE" };
}
