import { randomUUID } from "node:crypto";
import * as messages from "@/lib/domain/messages/statements";
import { sample, type Sample } from "./sample";
import type { World } from "./world";

export function messageSamples({ hospitalId, patientId, userId, now }: World): Sample[] {
  const row = {
    id: randomUUID(),
    key: "a-key",
    userId,
    patientId,
    hospitalId,
    reason: "password-reset",
    channel: "EMAIL",
    topic: "VISITS",
    isUrgent: false,
    dueAt: now,
    content: { letter: { subject: "Hello", body: ["Hello"], why: "" } },
  };
  const finished = { id: row.id, attempts: 1, state: "SENT", answer: null, nextAttemptAt: now };
  return [
    sample(messages.insertMessages, JSON.stringify([row])),
    sample(messages.queuedSince, { about: `appointment:${row.id}`, keyStart: "reminder:", since: now }),
    sample(messages.claimDue, "EMAIL", 10),
    sample(messages.finishMessages, [finished]),
    sample(messages.releaseAbandoned, 60, 5),
    sample(messages.cancelUnsent, ["a-key"], [`appointment:${randomUUID()}`]),
    sample(messages.eraseContents, 30),
    sample(messages.deleteOldMessages, 365, 1_000),
    sample(messages.backlogs),
    sample(messages.lockMailsOf, hospitalId),
    sample(messages.mailsPerDay, hospitalId, now),
  ];
}
