import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { NEWEST_FIRST, startPage, startSortedPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { z } from "zod";
import { listRecords } from "./internal/list-records";
import { listMergesOf, mergeSelect } from "./internal/list-merges-of";
import { canMergeAt } from "./policy";
import { canTake } from "./rules";
import type { Comparison, Duplicate, Merge } from "./schema";
import { countPairs, likelyPairs, obstaclesBetween, overlapsOf, pairById } from "./statements";
import { MERGE_FIELDS, type Obstacle } from "./status";

/** More are not counted. */
const MOST_COUNTED = 100;

/**
 * Returns pairs of the hospital's own patients that may be of one person, the newest first: those to look at, or those set
 * aside. Throws `not-found` for anyone but its staff.
 */
export async function listDuplicates(
  actor: Actor,
  hospitalId: string,
  { status, ...query }: PageQuery & { status: "open" | "set-aside" },
): Promise<Page<Duplicate>> {
  if (!canMergeAt(actor, hospitalId)) throw notFound();
  const { after, take, pageBy } = startSortedPage(query, NEWEST_FIRST);
  return inTransaction(actor, async (tx) => {
    const pairs = await likelyPairs(tx, hospitalId, { isSetAside: status === "set-aside", after: after ?? null, take });
    const page = pageBy(pairs, (pair) => pair);
    return { ...page, items: await listRecords(tx, hospitalId, page.items) };
  });
}

/** Counts the likely pairs to look at, up to 100. */
export async function countDuplicates(actor: Actor, hospitalId: string): Promise<number> {
  if (!canMergeAt(actor, hospitalId)) throw notFound();
  return inTransaction(actor, async (tx) => (await countPairs(tx, hospitalId, MOST_COUNTED))[0]?.count ?? 0);
}

/**
 * Returns a likely pair side by side, and what stands against merging it either way. Throws `not-found` unless both are
 * patients of the actor's hospital.
 */
export async function getComparison(actor: Actor, id: string): Promise<Comparison> {
  const { hospitalId } = actor;
  if (!canMergeAt(actor, hospitalId)) throw notFound();
  return inTransaction(actor, async (tx) => {
    const pairs = await pairById(tx, hospitalId, id);
    const [duplicate] = await listRecords(tx, hospitalId, pairs);
    if (!duplicate) throw notFound();
    const [first, second] = duplicate.records;
    const [ways] = await obstaclesBetween(tx, hospitalId, first.id, second.id);
    const overlaps = await overlapsOf(tx, hospitalId, first.id, second.id);
    const takeable = (survivor: typeof first, source: typeof first) =>
      MERGE_FIELDS.filter((field) => canTake(field, survivor, source));
    const { timeZone } = await tx.hospital.findUniqueOrThrow({ where: { id: hospitalId }, select: { timeZone: true } });
    return {
      ...duplicate,
      ways: [
        {
          survivorId: first.id,
          obstacle: (ways?.intoFirst ?? null) as Obstacle | null,
          takeable: takeable(first, second),
        },
        {
          survivorId: second.id,
          obstacle: (ways?.intoSecond ?? null) as Obstacle | null,
          takeable: takeable(second, first),
        },
      ],
      overlaps: overlaps.map(({ one, other, startsAt }) => ({
        appointmentIds: [one, other],
        start: startsAt.toISOString(),
      })),
      timeZone,
    };
  });
}

/**
 * Returns the record that stands for one that is merged away, for links to that; null for any other. Unsafe, because it asks
 * no one's rights: the caller shows nothing of it to someone who may not see the survivor.
 */
export async function unsafeFindSurvivor(patientId: string): Promise<string | null> {
  const row = await db.patient.findUnique({ where: { id: patientId }, select: { mergedIntoId: true } });
  return row?.mergedIntoId ?? null;
}

const position = z.strictObject({ m: z.iso.datetime(), i: z.uuid() });

/** Returns the merges of a hospital, the newest first, undone ones as well. Throws `not-found` for anyone but its staff. */
export async function listMerges(actor: Actor, hospitalId: string, query: PageQuery): Promise<Page<Merge>> {
  if (!canMergeAt(actor, hospitalId)) throw notFound();
  const { after, take, pageBy } = startPage(query, position);
  return inTransaction(actor, async (tx) => {
    const rows = await tx.patientMerge.findMany({
      where: {
        hospitalId,
        ...(after && { mergedAt: { lte: after.m }, OR: [{ mergedAt: { lt: after.m } }, { id: { lt: after.i } }] }),
      },
      orderBy: [{ mergedAt: "desc" }, { id: "desc" }],
      take,
      select: mergeSelect,
    });
    const page = pageBy(rows, (row) => ({ m: row.mergedAt.toISOString(), i: row.id }));
    return { ...page, items: await listMergesOf(tx, page.items) };
  });
}

/** Returns one merge. Throws `not-found` for another hospital's. */
export async function getMerge(actor: Actor, id: string): Promise<Merge> {
  if (!canMergeAt(actor, actor.hospitalId)) throw notFound();
  return inTransaction(actor, async (tx) => {
    const rows = await tx.patientMerge.findMany({
      where: { id, hospitalId: actor.hospitalId ?? "" },
      select: mergeSelect,
    });
    const [found] = await listMergesOf(tx, rows);
    if (!found) throw notFound();
    return found;
  });
}
