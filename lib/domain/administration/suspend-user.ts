import { endSessions } from "@/lib/domain/accounts/end-sessions";
import { userReinstated, userSuspended } from "@/lib/domain/accounts/events";
import { availabilityChanged } from "@/lib/domain/schedules/events";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { type EventDraft, recordChange } from "@/lib/actor/record";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { doctorDecided } from "./events";
import { canAdminister } from "./policy";
import { getPersonIn } from "./queries";
import type { Person } from "./schema";

/** Why a doctor with a suspended account is not listed; so that reinstating lists the right doctors again. */
const ACCOUNT_SUSPENDED = "The account is suspended.";

/**
 * Suspends an account: its sessions, tokens and open links end at once, and a verified doctor is unlisted. An already
 * suspended account stays as it is. Throws `not-found`, `forbidden` (oneself).
 */
export async function suspendUser(actor: Actor, userId: string): Promise<Person> {
  return changeStatus(actor, userId, "SUSPENDED");
}

/**
 * Reinstates a suspended account, and lists its doctor again if it was unlisted with the account. Throws the same
 * errors.
 */
export async function reinstateUser(actor: Actor, userId: string): Promise<Person> {
  return changeStatus(actor, userId, "ACTIVE");
}

async function changeStatus(actor: Actor, userId: string, to: "ACTIVE" | "SUSPENDED"): Promise<Person> {
  if (!canAdminister(actor)) throw notFound();
  if (userId === actor.userId) throw new AppError("forbidden", "You can't suspend or reinstate your own account.");
  return inTransaction(actor, async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, status: { not: to } },
      data: { status: to, version: { increment: 1 } },
    });
    // Already so, or missing: return what is there.
    if (count === 0) return getPersonIn(tx, actor, userId);
    await endSessions(tx, userId);
    const listed = to === "ACTIVE" ? await listAgain(tx, userId) : await unlist(tx, userId);
    const isSuspension = to === "SUSPENDED";
    await recordChange(
      tx,
      actor,
      { action: isSuspension ? "user.suspend" : "user.reinstate", subject: "user", subjectId: userId },
      [isSuspension ? userSuspended(userId) : userReinstated(userId), ...listed],
    );
    return getPersonIn(tx, actor, userId);
  });
}

async function unlist(tx: Tx, userId: string): Promise<EventDraft[]> {
  const rows = await tx.doctor.updateManyAndReturn({
    where: { userId, verification: "VERIFIED" },
    data: { verification: "SUSPENDED", verificationReason: ACCOUNT_SUSPENDED, version: { increment: 1 } },
    select: { id: true },
  });
  return rows.flatMap(({ id }) => [doctorDecided(id, "SUSPENDED"), availabilityChanged(id)]);
}

async function listAgain(tx: Tx, userId: string): Promise<EventDraft[]> {
  const rows = await tx.doctor.updateManyAndReturn({
    where: { userId, verification: "SUSPENDED", verificationReason: ACCOUNT_SUSPENDED },
    data: { verification: "VERIFIED", verificationReason: null, version: { increment: 1 } },
    select: { id: true },
  });
  return rows.flatMap(({ id }) => [doctorDecided(id, "VERIFIED"), availabilityChanged(id)]);
}
