import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import type { ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { raiseQuestionnaire, requireOwn } from "./internal/require-own";
import { toQuestionnaire } from "./output";
import type { Questionnaire } from "./schema";

/**
 * Stops asking: patients who haven't begun are asked nothing; what was begun or sent stays. Throws `not-found`, `forbidden`,
 * `invalid-transition` when nothing is asked, `version-mismatch`.
 */
export function withdrawQuestionnaire(
  actor: Actor,
  { id, version }: { id: string; version?: ExpectedVersion },
): Promise<Questionnaire> {
  return inTransaction(actor, async (tx) => {
    const before = await requireOwn(tx, actor, id, version);
    if (!before.isAsked) throw new AppError("invalid-transition", "It isn't asked before visits.");
    const step = { action: "withdraw", type: "withdrawn" } as const;
    return toQuestionnaire(await raiseQuestionnaire(tx, actor, before, { isAsked: false }, step));
  });
}
