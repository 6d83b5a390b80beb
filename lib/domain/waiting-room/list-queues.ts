import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { startPage, type Page } from "@/lib/platform/input/page";
import { dateOf, listCurrent, toQueueOutput, type QueueRow } from "./queries";
import type { QueueListQuery, QueueOutput } from "./schema";

const position = z.strictObject({ h: z.uuid().nullable(), d: z.iso.date(), l: z.int(), i: z.uuid() });
type Position = z.infer<typeof position>;

/** Returns a page of today's queues that the actor runs. */
export async function listQueues(
  actor: Actor,
  { hospitalId, doctorId, ...query }: QueueListQuery,
  now: Date,
): Promise<Page<QueueOutput>> {
  const { after, take, pageBy } = startPage(query, position);
  const rows = await listCurrent(actor, { ...(hospitalId && { hospitalId }), ...(doctorId && { doctorId }) }, now);
  const rest = after ? rows.filter((row) => isBeyond(positionOf(row), after)) : rows;
  const { items, nextCursor } = pageBy(rest.slice(0, take), positionOf);
  return { items: items.map(toQueueOutput), nextCursor };
}

function positionOf({ hospitalId, day, letter, id }: QueueRow): Position {
  return { h: hospitalId, d: dateOf(day), l: letter, i: id };
}

/** Tells whether a position comes after another, in the order of `listCurrent`: own practices after all hospitals. */
function isBeyond(one: Position, after: Position): boolean {
  if (one.h !== after.h) return one.h === null || (after.h !== null && one.h > after.h);
  if (one.d !== after.d) return one.d > after.d;
  return one.l === after.l ? one.i > after.i : one.l > after.l;
}
