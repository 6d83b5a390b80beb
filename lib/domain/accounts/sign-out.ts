import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { db } from "@/lib/platform/db/db";
import { sessionEnded } from "./events";

/**
 * Ends one session: a copy of its cookie becomes worthless, and its sockets are closed. Silent about sessions that are
 * unknown or have ended.
 */
export async function signOut(sessionId: string): Promise<void> {
  const session = await db.session.findUnique({ where: { id: sessionId }, select: { userId: true } });
  if (!session) return;
  const { userId } = session;
  const actor: Actor = { ...SYSTEM_ACTOR, userId, via: "session", sessionId };
  await inTransaction(actor, async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) return;
    const audit = { action: "account.signed-out", subject: "user", subjectId: userId };
    await recordChange(tx, actor, audit, [sessionEnded(userId, sessionId)]);
  });
}
