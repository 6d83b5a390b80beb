import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { notFound } from "@/lib/platform/errors/app-error";
import { recordMerge } from "./internal/record-merge";
import { refuseMerge } from "./internal/refuse";
import { canMergeAt } from "./policy";
import { getMerge } from "./queries";
import type { Merge } from "./schema";
import { unmerge } from "./statements";

/**
 * Undoes a merge of the actor's hospital, however long ago: what it moved goes back, with what has been added to that since;
 * everything else stays with the surviving record. Throws `not-found`, `invalid-transition` when it was undone before.
 */
export async function undoMerge(actor: Actor, id: string): Promise<Merge> {
  if (!canMergeAt(actor, actor.hospitalId)) throw notFound();
  await inTransaction(actor, async (tx) => {
    const found = await tx.patientMerge.findFirst({
      where: { id, hospitalId: actor.hospitalId ?? "" },
      select: { hospitalId: true, sourceId: true, survivorId: true },
    });
    if (!found) throw notFound();
    const [answer] = await unmerge(tx, id);
    if (answer?.obstacle) refuseMerge(answer.obstacle);
    await recordMerge(tx, actor, "unmerge", { mergeId: id, ...found });
  });
  return getMerge(actor, id);
}
