import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { startPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { localDate, uuid } from "@/lib/platform/input/text";
import { addReasonsUnlogged, readRecalls } from "./internal/read-recalls";
import { toRecallOutput } from "./output";
import type { RecallOutput } from "./schema";

/** A page of when and why a patient was asked to come again, for the download of everything, which is logged as a whole. */
export function listExportedRecalls(actor: Actor, patientId: string, query: PageQuery): Promise<Page<RecallOutput>> {
  const { after, take, pageBy } = startPage(query, z.strictObject({ m: localDate, i: uuid }));
  return inTransaction(actor, async (tx) => {
    const from = after && { month: after.m, id: after.i };
    const cards = await readRecalls(tx, actor, { patientIds: [patientId] }, { after: from, take });
    const { items, nextCursor } = pageBy(cards, ({ month, id }) => ({ m: `${month}-01`, i: id }));
    return { nextCursor, items: (await addReasonsUnlogged(tx, actor, items)).map(toRecallOutput) };
  });
}
