import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { db, type Db, type Prisma } from "@/lib/platform/db/db";
import type { Sql } from "@/lib/platform/db/sql";
import type { RowOf } from "@/lib/platform/db/statement";
import { notFound } from "@/lib/platform/errors/app-error";
import { NEWEST_FIRST, startPage, startSortedPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { canCloseBeds, visibleTo } from "./policy";
import type { WardClosureOutput } from "./schema";
import { affectedCounts, affectedStays, type Source } from "./statements";

const closureSelect = {
  id: true,
  hospitalId: true,
  wardId: true,
  isWholeWard: true,
  reason: true,
  status: true,
  startsAt: true,
  endsAt: true,
  endedAt: true,
  tellAt: true,
  begunAt: true,
  version: true,
  createdAt: true,
  ward: { select: { name: true } },
  hospital: { select: { timeZone: true } },
  beds: {
    orderBy: [{ bed: { label: "asc" } }, { bedId: "asc" }],
    select: { bed: { select: { id: true, label: true } } },
  },
} satisfies Prisma.WardClosureSelect;
export type WardClosureRow = Prisma.WardClosureGetPayload<{ select: typeof closureSelect }>;

/** A closing with how many it affects, and how far telling them has got. */
export type WardClosure = WardClosureRow & { counts: WardClosureOutput["counts"] };

/** Someone who has a closed bed, and how they were told. */
export type AffectedStay = RowOf<typeof affectedStays>;

/** The most that a board shows. */
const MAX_STANDING = 200;

/** Returns one closing the actor may see, in a transaction; throws `not-found` for all others alike. */
export async function getWardClosureIn(client: Db, actor: Actor, id: string): Promise<WardClosureRow> {
  const row = await client.wardClosure.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: closureSelect });
  if (!row) throw notFound();
  return row;
}

/** Returns the same with its counts. */
export async function getWardClosure(actor: Actor, id: string): Promise<WardClosure> {
  const [row] = await withCounts([await getWardClosureIn(db, actor, id)]);
  return row!;
}

/** Returns a page of a hospital's closings, the latest first. Throws `not-found` unless the actor is of its staff. */
export async function listWardClosures(actor: Actor, hospitalId: string, page: PageQuery): Promise<Page<WardClosure>> {
  if (!canCloseBeds(actor, hospitalId)) throw notFound();
  const { beyond, orderBy, take, pageOf } = startSortedPage(page, NEWEST_FIRST);
  const rows = await db.wardClosure.findMany({
    where: { AND: [{ hospitalId }, visibleTo(actor), beyond] },
    orderBy,
    take,
    select: closureSelect,
  });
  const { items, nextCursor } = pageOf(rows);
  return { items: await withCounts(items), nextCursor };
}

/** Returns what is closed at a hospital now or will be, the soonest first; the first two hundred. */
export function listStandingClosures(actor: Actor, hospitalId: string, now: Date): Promise<WardClosureRow[]> {
  return db.wardClosure.findMany({
    where: {
      AND: [
        { hospitalId, status: { in: ["PREPARED", "ANNOUNCED"] }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
        visibleTo(actor),
      ],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: MAX_STANDING,
    select: closureSelect,
  });
}

/** Returns a page of who has a closed bed now or reserved, the soonest first. Throws `not-found`. */
export async function listClosureStays(actor: Actor, id: string, page: PageQuery): Promise<Page<AffectedStay>> {
  await getWardClosureIn(db, actor, id);
  return listStaysIn(db, { closureIds: [id] }, page);
}

const position = z.strictObject({ s: z.iso.datetime(), i: z.uuid() });

/** The same of a closing that is stored or only wanted. */
export async function listStaysIn(client: Sql, source: Source, page: PageQuery): Promise<Page<AffectedStay>> {
  const { after, take, pageBy } = startPage(page, position);
  const rows = await affectedStays(client, source, after && { startsAt: after.s, id: after.i }, take);
  return pageBy(rows, ({ startsAt, id }) => ({ s: startsAt.toISOString(), i: id }));
}

async function withCounts(rows: WardClosureRow[]): Promise<WardClosure[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [affected, told] = await Promise.all([
    affectedCounts(db, { closureIds: ids }),
    db.wardClosureStay.groupBy({ by: ["closureId", "reach"], where: { closureId: { in: ids } }, _count: true }),
  ]);
  const waiting = await db.wardClosureStay.groupBy({
    by: ["closureId"],
    where: { closureId: { in: ids }, handledAt: null },
    _count: true,
  });
  const byId = new Map(affected.map(({ closureId, ...counts }) => [closureId, counts]));
  return rows.map((row) => {
    const of = (...ways: string[]) =>
      told
        .filter(({ closureId, reach }) => closureId === row.id && reach !== null && ways.includes(reach))
        .reduce((sum, { _count }) => sum + _count, 0);
    return {
      ...row,
      counts: {
        ...(byId.get(row.id) ?? { inBed: 0, planned: 0 }),
        told: of("EMAIL", "NOTIFICATION"),
        toCall: of("PHONE"),
        unreachable: of("NONE"),
        waiting: waiting.find(({ closureId }) => closureId === row.id)?._count ?? 0,
      },
    };
  });
}
