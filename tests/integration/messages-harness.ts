import { randomUUID } from "node:crypto";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { queueMessages, type MessageDraft } from "@/lib/domain/messages/queue-messages";
import { db } from "@/lib/platform/db/db";

type Over = Partial<
  Pick<MessageDraft, "key" | "dueAt" | "expiresAt" | "about" | "hospitalId" | "patientId" | "reason">
>;

/** A mail to an address, or to an account. */
export function mailDraft(to: { userId: string } | { toAddress: string }, over: Over = {}): MessageDraft {
  const letter = { subject: "Hello", body: ["a link inside"], why: "You asked for it." };
  return { key: randomUUID(), reason: "password-reset", ...to, ...over, channel: "EMAIL", content: { letter } };
}

export function textDraft(toAddress: string, over: Over = {}): MessageDraft {
  return {
    key: randomUUID(),
    // No one chooses it.
    reason: "sign-in-code",
    toAddress,
    ...over,
    channel: "SMS",
    content: { text: 'Say "hi" & more' },
  };
}

export const queue = (...drafts: MessageDraft[]) => inTransaction(SYSTEM_ACTOR, (tx) => queueMessages(tx, drafts));

export const messageOf = ({ key }: { key: string }) => db.message.findUniqueOrThrow({ where: { key } });

/** Whatever waits for its time or the end of a pause is due now. */
export const makeDue = () =>
  db.message.updateMany({
    where: { state: { in: ["DUE", "FAILED"] } },
    data: { nextAttemptAt: new Date(Date.now() - 1000) },
  });

/** What a worker claimed was claimed long ago: it is dead. */
export const abandon = () =>
  db.message.updateMany({ where: { state: "SENDING" }, data: { claimedAt: new Date(Date.now() - 3_600_000) } });
