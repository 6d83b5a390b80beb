import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { recordMerge } from "./internal/record-merge";
import { refuseMerge } from "./internal/refuse";
import { canMergeAt } from "./policy";
import { getMerge } from "./queries";
import type { Merge, MergeInput } from "./schema";
import { merge, pairById } from "./statements";

/**
 * Merges one record of a likely pair into the other: everything that refers to it moves, and nothing is changed or lost. The
 * database locks both, decides whether it may be, and remembers each row, so that `undoMerge` finds the same. Throws
 * `not-found`, `invalid` for a survivor that isn't one of the two, `conflict` with the reason.
 */
export async function mergePatients(actor: Actor, { duplicateId, survivorId, take }: MergeInput): Promise<Merge> {
  const { hospitalId } = actor;
  if (!canMergeAt(actor, hospitalId)) throw notFound();
  const id = uuidv7();
  await inTransaction(actor, async (tx) => {
    const [pair] = await pairById(tx, hospitalId, duplicateId);
    if (!pair) throw notFound();
    if (survivorId !== pair.firstId && survivorId !== pair.secondId) {
      const fields = [{ path: "survivorId", message: "Must be one of the two records" }];
      throw new AppError("invalid", undefined, { fields });
    }
    const sourceId = survivorId === pair.firstId ? pair.secondId : pair.firstId;
    const wanted = { id, hospitalId, sourceId, survivorId, take: [...new Set(take)] };
    const [answer] = await merge(tx, wanted);
    if (answer?.obstacle) refuseMerge(answer.obstacle);
    await recordMerge(tx, actor, "merge", { mergeId: id, hospitalId, sourceId, survivorId });
  });
  return getMerge(actor, id);
}
