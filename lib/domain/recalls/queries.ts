import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { startPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { localDate, uuid } from "@/lib/platform/input/text";
import { addReasons, readRecalls, requireRecall } from "./internal/read-recalls";
import { toRecallOutput, type RecallCard } from "./output";
import type { RecallFilter, RecallOutput } from "./schema";

/** More than a doctor sets in a visit, or anyone has open. */
const MOST_SHOWN = 20;

const position = z.strictObject({ m: localDate, i: uuid });

/** Returns one recall; the look at its reason is logged. Throws `not-found`. */
export function getRecall(actor: Actor, id: string): Promise<RecallOutput> {
  return inTransaction(actor, async (tx) => {
    const [card] = await addReasons(tx, actor, [await requireRecall(tx, actor, id)]);
    return toRecallOutput(card!);
  });
}

/** Returns a page of the recalls the actor sees, by month; the look at their reasons is logged. */
export function listRecalls(
  actor: Actor,
  { patientId, ...filter }: RecallFilter,
  query: PageQuery,
): Promise<Page<RecallCard>> {
  const { after, take, pageBy } = startPage(query, position);
  return inTransaction(actor, async (tx) => {
    const wanted = { ...filter, ...(patientId ? { patientIds: [patientId] } : {}) };
    const from = after && { month: after.m, id: after.i };
    const cards = await readRecalls(tx, actor, wanted, { after: from, take });
    const { items, nextCursor } = pageBy(cards, ({ month, id }) => ({ m: `${month}-01`, i: id }));
    return { nextCursor, items: await addReasons(tx, actor, items) };
  });
}

/** Returns what a visit's doctor has set for its patient: in this visit, met by it, or still open; logged. */
export function listRecallsOfVisit(actor: Actor, visitId: string, doctorId: string): Promise<RecallCard[]> {
  const wanted = { visitId, doctorId };
  return inTransaction(actor, async (tx) =>
    addReasons(tx, actor, await readRecalls(tx, actor, wanted, { take: MOST_SHOWN })),
  );
}

/** Returns the open recalls of these patients, with why as far as the actor reads it; logged. */
export function listOpenRecalls(actor: Actor, patientIds: string[]): Promise<RecallCard[]> {
  return inTransaction(actor, async (tx) =>
    addReasons(tx, actor, await readRecalls(tx, actor, { patientIds, isOpen: true }, { take: MOST_SHOWN })),
  );
}

/** Returns what is due of these patients, without why. */
export function listDueRecalls(actor: Actor, patientIds: string[]): Promise<RecallCard[]> {
  return inTransaction(actor, (tx) => readRecalls(tx, actor, { patientIds, view: "due" }, { take: MOST_SHOWN }));
}
