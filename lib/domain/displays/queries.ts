import type { Actor } from "@/lib/actor/actor";
import type { Owner } from "@/lib/actor/owner";
import { hashSecretToken } from "@/lib/platform/auth/secret-token";
import { db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { NEWEST_FIRST, startSortedPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { canKeepDisplays } from "./policy";
import type { Display } from "./schema";

export const displaySelect = {
  id: true,
  doctorId: true,
  hospitalId: true,
  name: true,
  doctorIds: true,
  speaks: true,
  createdAt: true,
} satisfies Prisma.WaitingDisplaySelect;

type Row = Prisma.WaitingDisplayGetPayload<{ select: typeof displaySelect }>;

/** Returns the wire format of a screen. */
export function toDisplay({ createdAt, ...row }: Row): Display {
  return { ...row, createdAt: createdAt.toISOString() };
}

/** Returns a page of the screens of a place, newest first, for those who keep them. Throws `not-found`. */
export async function listDisplays(actor: Actor, owner: Owner, query: PageQuery): Promise<Page<Display>> {
  if (!canKeepDisplays(actor, owner)) throw notFound();
  const { beyond, orderBy, take, pageOf } = startSortedPage(query, NEWEST_FIRST);
  const where = { AND: [owner, { endedAt: null }, beyond] };
  const rows = await db.waitingDisplay.findMany({ where, orderBy, take, select: displaySelect });
  const { items, nextCursor } = pageOf(rows);
  return { items: items.map(toDisplay), nextCursor };
}

/** More than work at any place. */
const MOST_DOCTORS_HERE = 2_000;

/** Lists whose queues a hospital's screens can show, by name. Throws `not-found`. */
export async function listShowable(actor: Actor, hospitalId: string): Promise<{ id: string; name: string }[]> {
  if (!canKeepDisplays(actor, { doctorId: null, hospitalId })) throw notFound();
  const rows = await db.affiliation.findMany({
    where: { hospitalId, status: "ACTIVE" },
    orderBy: [{ doctor: { name: "asc" } }, { id: "asc" }],
    take: MOST_DOCTORS_HERE,
    select: { doctor: { select: { id: true, name: true } } },
  });
  return rows.map(({ doctor }) => doctor);
}

/** A screen that its secret has opened. */
export type OpenDisplay = Omit<Row, "createdAt"> & {
  placeName: string;
  timeZone: string;
  /** What joins the screen's channel, in place of the secret itself. */
  channelKey: string;
};

/** Returns the screen that a secret opens; null when it opens none, or the screen has ended. */
export function findOpenDisplay(token: string | undefined): Promise<OpenDisplay | null> {
  return token === undefined ? Promise.resolve(null) : findByHash(hashSecretToken(token));
}

/** Returns the ID of the screen whose channel this key joins; null for any other key. */
export async function findDisplayOfKey(channelKey: string): Promise<string | null> {
  return (await findByHash(channelKey))?.id ?? null;
}

async function findByHash(tokenHash: string): Promise<OpenDisplay | null> {
  const place = { select: { name: true, timeZone: true } };
  const row = await db.waitingDisplay.findUnique({
    where: { tokenHash, endedAt: null },
    select: {
      ...displaySelect,
      hospital: place,
      doctor: { select: { practiceName: true, timeZone: true } },
    },
  });
  if (!row) return null;
  const { hospital, doctor, createdAt: _, ...display } = row;
  return {
    ...display,
    placeName: hospital?.name ?? doctor?.practiceName ?? "",
    timeZone: hospital?.timeZone ?? doctor?.timeZone ?? "UTC",
    channelKey: tokenHash,
  };
}
