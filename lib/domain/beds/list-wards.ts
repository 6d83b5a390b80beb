import type { Actor } from "@/lib/actor/actor";
import { db, type Db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { BY_NAME, startSortedPage } from "@/lib/platform/input/page";
import { noBeds, toWardOutput } from "./output";
import { bedCounts } from "./statements/wards";
import { canRunBeds, wardsVisibleTo } from "./policy";
import { wardSelect } from "./queries";
import type { BedCounts, WardOutput } from "./schema";

/** A page of a hospital's wards by name, for its own people. Throws `not-found` for everyone else. */
export async function listWards(
  actor: Actor,
  hospitalId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: WardOutput[]; nextCursor: string | null }> {
  if (!canRunBeds(actor, hospitalId)) throw notFound();
  const { beyond, orderBy, take, pageOf } = startSortedPage(page, BY_NAME);
  const rows = await db.ward.findMany({
    where: {
      AND: [{ hospitalId }, wardsVisibleTo(actor), beyond],
    },
    orderBy,
    take,
    select: wardSelect,
  });
  const { items, nextCursor } = pageOf(rows);
  const counts = await countBeds(
    db,
    items.map(({ id }) => id),
  );
  return { nextCursor, items: items.map((ward) => toWardOutput(ward, counts.get(ward.id))) };
}

/** Returns one ward with its counts. Throws `not-found` unless the actor is of its hospital. */
export async function getWard(actor: Actor, id: string): Promise<WardOutput> {
  const ward = await db.ward.findFirst({ where: { AND: [{ id }, wardsVisibleTo(actor)] }, select: wardSelect });
  if (!ward) throw notFound();
  return toWardOutput(ward, (await countBeds(db, [id])).get(id));
}

/** Counts the beds of wards by condition; a ward without beds is missing. */
async function countBeds(client: Db, wardIds: string[]): Promise<Map<string, BedCounts>> {
  if (wardIds.length === 0) return new Map();
  const rows = await bedCounts(client, wardIds);
  return new Map(rows.map(({ wardId, ...counts }) => [wardId, { ...noBeds, ...counts }]));
}
