import { SYSTEM_ACTOR, type Actor } from "@/lib/platform/auth/actor";
import { passwordMatches } from "@/lib/platform/auth/password";
import { db } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { recordChange } from "@/lib/platform/events/record";
import { forgetAttempts, takeToken } from "@/lib/platform/rate-limit/rate-limit";

const WINDOW_SECONDS = 15 * 60;

export type SignIn = { email: string; password: string; address: string; via: "session" | "token" };
export type Verified = { userId: string; sessionEpoch: number };

/**
 * Whose e-mail and password these are. Throws `invalid-credentials`, the same and after the same work for an unknown
 * address, a wrong password and a suspended account, or `rate-limited`. Each attempt leaves an audit row.
 */
export async function verifyCredentials(attempt: SignIn): Promise<Verified> {
  const limits = attemptLimits(attempt);
  for (const limit of limits) await takeToken(limit);
  const user = await db.user.findUnique({
    where: { email: attempt.email },
    select: { id: true, passwordHash: true, status: true, sessionEpoch: true },
  });
  const matches = await passwordMatches(attempt.password, user?.passwordHash ?? null);
  const failure = !user ? "unknown" : !matches ? "password" : user.status !== "ACTIVE" ? "suspended" : null;
  if (!user || failure) {
    await noteFailure(attempt, user?.id ?? null, failure ?? "unknown");
    throw new AppError("invalid-credentials");
  }
  if (!(await noteSuccess(attempt, user))) throw new AppError("invalid-credentials");
  await forgive(limits);
  return { userId: user.id, sessionEpoch: user.sessionEpoch };
}

/** Tight where one guesser sits before one account, wider for one account from everywhere and for a whole network. */
function attemptLimits({ email, address }: SignIn) {
  return [
    { name: "sign-in-address", key: address, limit: 100, windowSeconds: WINDOW_SECONDS },
    { name: "sign-in-account", key: email, limit: 50, windowSeconds: WINDOW_SECONDS },
    { name: "sign-in", key: `${address} ${email}`, limit: 10, windowSeconds: WINDOW_SECONDS },
  ];
}

/** Only failures count. Of the network's count just this one is given back: its other failures may be a guesser's. */
async function forgive(limits: ReturnType<typeof attemptLimits>): Promise<void> {
  const [network, account, pair] = limits;
  if (network) await takeToken({ ...network, cost: -1 });
  if (account) await forgetAttempts(account.name, account.key);
  if (pair) await forgetAttempts(pair.name, pair.key);
}

async function noteFailure(attempt: SignIn, userId: string | null, reason: string): Promise<void> {
  const actor: Actor = { ...SYSTEM_ACTOR, via: attempt.via };
  await inTransaction(actor, (tx) =>
    recordChange(tx, actor, { action: "account.sign-in-failed", subject: "user", subjectId: userId, details: { reason } }),
  );
}

/** False when the account was suspended or its password changed while we were looking. */
async function noteSuccess(attempt: SignIn, user: { id: string; sessionEpoch: number }): Promise<boolean> {
  const actor: Actor = { ...SYSTEM_ACTOR, userId: user.id, via: attempt.via };
  return inTransaction(actor, async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: user.id, status: "ACTIVE", sessionEpoch: user.sessionEpoch },
      data: { lastSignInAt: new Date() },
    });
    if (count === 0) return false;
    await recordChange(tx, actor, { action: "account.signed-in", subject: "user", subjectId: user.id });
    return true;
  });
}
