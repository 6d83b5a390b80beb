import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import type { ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { publishedIn } from "./internal/published-in";
import { raiseQuestionnaire, requireOwn } from "./internal/require-own";
import { toQuestionnaire } from "./output";
import { isSameQuestions } from "./rules/versions";
import type { Questionnaire } from "./schema";

/**
 * Publishes the draft as the next version, which never changes and is asked from now on; who has begun to answer keeps the
 * version they began. Throws `not-found`, `forbidden`, `invalid` without a question, `invalid-transition` when that is asked
 * already, `version-mismatch`.
 */
export function publishQuestionnaire(
  actor: Actor,
  { id, version }: { id: string; version?: ExpectedVersion },
): Promise<Questionnaire> {
  return inTransaction(actor, async (tx) => {
    const before = await requireOwn(tx, actor, id, version);
    const { questions } = toQuestionnaire(before);
    if (questions.length === 0) {
      const message = "Add a question";
      throw new AppError("invalid", `${message}, then publish.`, { fields: [{ path: "questions", message }] });
    }
    if (before.isAsked && isSameQuestions(await publishedIn(tx, id), questions)) {
      throw new AppError("invalid-transition", "Nothing has changed since it was last published.");
    }
    const number = before.published + 1;
    const step = { action: "publish", type: "published" } as const;
    const row = await raiseQuestionnaire(tx, actor, before, { published: number, isAsked: true }, step);
    await tx.questionnaireVersion.create({
      data: { questionnaireId: id, number, questions, publishedById: actor.userId },
      select: { number: true },
    });
    return toQuestionnaire(row);
  });
}
