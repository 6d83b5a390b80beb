import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError } from "@/lib/platform/errors/app-error";
import type { OpenSession } from "@/lib/platform/auth/session-token";
import { endSessions } from "../end-sessions";
import { sessionsEnded } from "../events";
import { replaceSession } from "../open-session";

/** Ends all sessions and tokens of the actor; returns the session that replaces the current one. */
export async function signOutEverywhere(actor: Actor): Promise<OpenSession | null> {
  const { userId } = actor;
  if (!userId) throw new AppError("unauthenticated");
  return inTransaction(actor, async (tx) => {
    const session = await replaceSession(tx, actor.sessionId, await endSessions(tx, userId));
    await recordChange(tx, actor, { action: "account.signed-out-everywhere", subject: "user", subjectId: userId }, [
      sessionsEnded(userId),
    ]);
    return session;
  });
}
