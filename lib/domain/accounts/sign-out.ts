import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { sessionEnded } from "./events";

/**
 * Ends one session: a copy of its cookie becomes worthless, and its sockets are closed. Silent about sessions that are
 * unknown or have ended.
 */
export async function signOut(sessionId: string): Promise<void> {
  await inTransaction(SYSTEM_ACTOR, async (tx) => {
    const [ended] = await tx.session.updateManyAndReturn({
      where: { id: sessionId, revokedAt: null },
      data: { revokedAt: new Date() },
      select: { userId: true },
    });
    if (!ended) return;
    const actor: Actor = { ...SYSTEM_ACTOR, userId: ended.userId, via: "session", sessionId };
    const audit = { action: "account.signed-out", subject: "user", subjectId: ended.userId };
    await recordChange(tx, actor, audit, [sessionEnded(ended.userId, sessionId)]);
  });
}
