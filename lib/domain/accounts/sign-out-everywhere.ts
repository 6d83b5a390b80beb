import type { Actor } from "@/lib/platform/auth/actor";
import { inTransaction } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { recordChange } from "@/lib/platform/events/record";
import { endSessions } from "./end-sessions";
import { sessionsEnded } from "./events";
import type { Verified } from "./verify-credentials";

/** Ends all sessions and tokens of the actor; the answer is what a new session, for this device, is made of. */
export async function signOutEverywhere(actor: Actor): Promise<Verified> {
  const { userId } = actor;
  if (!userId) throw new AppError("unauthenticated");
  return inTransaction(actor, async (tx) => {
    const sessionEpoch = await endSessions(tx, userId);
    await recordChange(tx, actor, { action: "account.signed-out-everywhere", subject: "user", subjectId: userId }, [
      sessionsEnded(userId),
    ]);
    return { userId, sessionEpoch };
  });
}
