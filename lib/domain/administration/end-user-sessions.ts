import { endRefreshTokens, endSessions } from "@/lib/domain/accounts/end-sessions";
import { sessionEnded, sessionsEnded } from "@/lib/domain/accounts/events";
import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { canAdminister } from "./policy";
import { openSessions } from "./statements/people";

type Ended = { ended: number };
const MOST = 1000;

/**
 * Ends all sessions and tokens of an account, and voids its open links to choose a password. Returns how many sessions were open.
 * Throws `not-found` (also for everyone but administrators), `forbidden` (oneself: the settings do that, and keep this session).
 */
export async function endUserSessions(actor: Actor, userId: string): Promise<Ended> {
  return inTransaction(actor, async (tx) => {
    await requireOther(tx, actor, userId);
    const ended = (await openSessions(tx, userId, undefined, MOST)).length;
    await endSessions(tx, userId);
    const audit = { action: "user.end-sessions", subject: "user", subjectId: userId };
    await recordChange(tx, actor, audit, [sessionsEnded(userId)]);
    return { ended };
  });
}

/**
 * Ends one session of an account: a browser's at once, a program's as soon as its access token is over, within a quarter of an hour.
 * Throws `not-found`, also for one that has ended, and `forbidden` as above.
 */
export async function endUserSession(actor: Actor, { userId, id }: { userId: string; id: string }): Promise<Ended> {
  return inTransaction(actor, async (tx) => {
    await requireOther(tx, actor, userId);
    const browser = await tx.session.updateMany({
      where: { id, userId, revokedAt: null, expiresAt: { gt: new Date() } },
      data: { revokedAt: new Date() },
    });
    const isBrowser = browser.count > 0;
    if (!isBrowser && (await endRefreshTokens(tx, { familyId: id, userId })) === 0) throw notFound();
    const details = { kind: isBrowser ? "browser" : "api" };
    const audit = { action: "user.end-session", subject: "user", subjectId: userId, details };
    await recordChange(tx, actor, audit, isBrowser ? [sessionEnded(userId, id)] : []);
    return { ended: 1 };
  });
}

async function requireOther(tx: Tx, actor: Actor, userId: string): Promise<void> {
  const user = canAdminister(actor) ? await tx.user.findUnique({ where: { id: userId }, select: { id: true } }) : null;
  if (!user) throw notFound();
  if (userId === actor.userId) throw new AppError("forbidden", "Sign out of your own devices in your settings.");
}
