import { v7 as uuidv7 } from "uuid";
import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { endSessions } from "@/lib/domain/accounts/end-sessions";
import { emailChanged, sessionsEnded } from "@/lib/domain/accounts/events";
import { queueMessages } from "@/lib/domain/messages/queue-messages";
import type { Tx } from "@/lib/platform/db/db";
import { isConflict } from "@/lib/platform/db/driver-error";
import { AppError } from "@/lib/platform/errors/app-error";
import { takeToken } from "@/lib/platform/rate-limit/rate-limit";
import { emailChangeEvent } from "../events";
import { findLinkedChange, type LinkedChange } from "../queries";
import { changedMail } from "./mail-texts";
import { endChange } from "./end-change";

/**
 * Does what a link is for, once: the new address counts from now on, and every session and token of the account ends; or the old one
 * stays. Throws `invalid-token` for a link that is unknown, over or no longer in time, `already-exists` when the address
 * belongs to another account by now.
 */
export async function answerEmailChange(token: string, address: string): Promise<LinkedChange["does"]> {
  await takeToken({ name: "email-change-use", key: address, limit: 30, windowSeconds: 3600 });
  const change = await findLinkedChange(token);
  if (!change) throw linkInvalid();
  // The person who reads mail there acts for the account, as with a link to choose a password.
  const actor: Actor = { ...SYSTEM_ACTOR, userId: change.userId, via: "session" };
  const answer = change.does === "change" ? useNew : keepOld;
  try {
    await inTransaction(actor, (tx) => answer(tx, actor, change));
  } catch (error) {
    if (!isConflict(error)) throw error;
    throw new AppError("already-exists", "Another account uses this address by now. Nothing has changed.");
  }
  return change.does;
}

async function useNew(tx: Tx, actor: Actor, { id, userId, oldEmail, newEmail }: LinkedChange): Promise<void> {
  const done = await endChange(tx, { id, to: "DONE", now: new Date() });
  if (!done) throw linkInvalid();
  const { count } = await tx.user.updateMany({
    where: { id: userId, status: "ACTIVE", email: oldEmail },
    data: { email: newEmail, version: { increment: 1 } },
  });
  if (count === 0) throw linkInvalid();
  await endSessions(tx, userId);
  const reason = "email-changed";
  const content = { letter: changedMail() };
  await queueMessages(tx, [
    { key: `${reason}:${uuidv7()}`, userId, toAddress: oldEmail, reason, channel: "EMAIL", content },
  ]);
  await recordChange(tx, actor, { action: "account.email-changed", subject: "user", subjectId: userId }, [
    emailChangeEvent("done", done),
    emailChanged(userId),
    sessionsEnded(userId),
  ]);
}

async function keepOld(tx: Tx, actor: Actor, { id, userId }: LinkedChange): Promise<void> {
  const stopped = await endChange(tx, { id, to: "WITHDRAWN", now: new Date() });
  if (!stopped) throw linkInvalid();
  await recordChange(tx, actor, { action: "account.email-change-stopped", subject: "user", subjectId: userId }, [
    emailChangeEvent("withdrawn", stopped),
  ]);
}

function linkInvalid(): AppError {
  return new AppError("invalid-token", "This link has been used or withdrawn, or is older than 24 hours.");
}
