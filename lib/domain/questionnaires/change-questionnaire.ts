import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { raiseQuestionnaire, requireOwn } from "./internal/require-own";
import { toQuestionnaire } from "./output";
import { isSameQuestions } from "./rules/versions";
import type { ChangeQuestionnaireInput, Question, Questionnaire } from "./schema";

/**
 * Saves the draft of a questionnaire; what is asked changes only when it is published. The same again is no change. Throws
 * `not-found`, `forbidden`, `version-mismatch`.
 */
export function changeQuestionnaire(
  actor: Actor,
  { id, version, questions }: ChangeQuestionnaireInput,
): Promise<Questionnaire> {
  return inTransaction(actor, async (tx) => {
    const before = await requireOwn(tx, actor, id, version);
    if (isSameQuestions(before.draft as unknown as Question[], questions)) return toQuestionnaire(before);
    const step = { action: "change", type: "changed" } as const;
    return toQuestionnaire(await raiseQuestionnaire(tx, actor, before, { draft: questions }, step));
  });
}
