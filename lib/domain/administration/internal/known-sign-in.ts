import { findSlowdown } from "@/lib/domain/accounts/throttle-sign-in";
import type { Db } from "@/lib/platform/db/db";
import { signInFacts } from "../rules/sign-in";
import type { SignInFact } from "../schema-people";
import { SESSION_ENDS } from "../status";
import { openSessions, signInTrail } from "../statements/people";

/** More open sessions than this are only said to be many. */
const COUNTED_SESSIONS = 100;

type Account = { id: string; email: string; status: "ACTIVE" | "SUSPENDED"; lastSignInAt: Date | null };

/** Returns what explains why the owner of an account can or can't sign in, and how many sessions are open (100 at most). */
export async function loadSignIn(
  client: Db,
  { id, email, status, lastSignInAt }: Account,
): Promise<{ facts: SignInFact[]; sessionCount: number }> {
  const now = new Date();
  const [trail] = await signInTrail(client, id, SESSION_ENDS);
  const sessions = await openSessions(client, id, undefined, COUNTED_SESSIONS);
  const link = await client.passwordReset.findFirst({
    where: { userId: id, usedAt: null, expiresAt: { gt: now } },
    orderBy: { expiresAt: "desc" },
    select: { expiresAt: true },
  });
  const mail = await client.message.findFirst({
    where: { userId: id, reason: "password-reset" },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { state: true, answer: true, createdAt: true },
  });
  const change = await client.emailChange.findFirst({
    where: { userId: id, status: { in: ["PENDING", "DONE"] } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { status: true, expiresAt: true, endedAt: true },
  });
  const facts = signInFacts({
    isSuspended: status === "SUSPENDED",
    suspendedAt: trail?.suspendedAt ?? null,
    lastSignInAt,
    madeWithoutPasswordAt: trail?.madeAt ?? null,
    failures: trail?.failures ?? 0,
    failedAt: trail?.failedAt ?? null,
    slowedUntil: await findSlowdown(client, email),
    linkUntil: link?.expiresAt ?? null,
    linkMail: mail && { state: mail.state, answer: mail.answer, at: mail.createdAt },
    ended: trail?.endedAt && trail.endedBy ? { at: trail.endedAt, by: trail.endedBy } : null,
    emailChangedAt: change?.status === "DONE" ? change.endedAt : null,
    emailChangeUntil: change?.status === "PENDING" && change.expiresAt > now ? change.expiresAt : null,
    sessions: sessions.length,
  });
  return { facts, sessionCount: sessions.length };
}
