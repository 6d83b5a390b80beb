import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { leaveTrace } from "./internal/leave-trace";
import { readSheet } from "./internal/read-sheet";
import { saveDraft } from "./internal/save-draft";
import type { Sheet, WriteAnswersInput } from "./schema";

/**
 * Saves answers without sending them; the same again is no change. The first time settles which version is answered. Throws
 * `not-found`, `forbidden` for those who may not answer, `invalid` naming the answers, `invalid-transition` once the visit
 * has begun, `version-mismatch`.
 */
export function writeAnswers(actor: Actor, input: WriteAnswersInput): Promise<Sheet> {
  return inTransaction(actor, async (tx) => {
    const { asked, isChanged } = await saveDraft(tx, actor, input);
    if (isChanged) await leaveTrace(tx, actor, asked.visit, "answers.write");
    return readSheet(tx, actor, asked);
  });
}
