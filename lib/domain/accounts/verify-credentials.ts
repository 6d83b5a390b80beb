import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import { isKnownTo, type Device } from "@/lib/platform/auth/known-device";
import { passwordMatches } from "@/lib/platform/auth/password";
import { db } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError } from "@/lib/platform/errors/app-error";
import { throttleSignIn } from "./throttle-sign-in";
import type { Verified } from "./open-session";

export type SignIn = {
  email: string;
  password: string;
  address: string;
  via: "session" | "token";
  /** The requesting browser, when it has a device cookie. */
  device?: Device | null;
};

/**
 * Verifies an email and password. Throws `invalid-credentials`, the same and after the same work for an unknown
 * address, a wrong password and a suspended account, or `rate-limited` with the time to wait. Each attempt is audited.
 */
export async function verifyCredentials(attempt: SignIn): Promise<Verified> {
  const user = await db.user.findUnique({
    where: { email: attempt.email },
    select: { id: true, passwordHash: true, status: true, sessionEpoch: true },
  });
  const known = attempt.device ?? null;
  const device = user && isKnownTo(known, { userId: user.id, sessionEpoch: user.sessionEpoch }) ? known : null;
  const counted = await throttleSignIn({ ...attempt, device });
  const matches = await passwordMatches(attempt.password, user?.passwordHash ?? null);
  const failure = !user ? "unknown" : !matches ? "password" : user.status !== "ACTIVE" ? "suspended" : null;
  if (!user || failure) {
    await noteFailure(attempt, user?.id ?? null, failure ?? "unknown");
    throw new AppError("invalid-credentials");
  }
  if (!(await noteSuccess(attempt, user))) throw new AppError("invalid-credentials");
  await counted.succeeded();
  return { userId: user.id, sessionEpoch: user.sessionEpoch };
}

async function noteFailure(attempt: SignIn, userId: string | null, reason: string): Promise<void> {
  const actor: Actor = { ...SYSTEM_ACTOR, via: attempt.via };
  await inTransaction(actor, (tx) =>
    recordChange(tx, actor, {
      action: "account.sign-in-failed",
      subject: "user",
      subjectId: userId,
      details: { reason },
    }),
  );
}

/** False when the account was suspended or its password changed meanwhile. */
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
