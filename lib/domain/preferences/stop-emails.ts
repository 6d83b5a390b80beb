import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { preferencesChanged } from "./events";
import { readStopToken } from "./stop-token";
import { stopTopic } from "./statements";
import type { Topic } from "./status";

/**
 * Stops the emails of one topic, by the link that came with one: it needs no sign-in, and works again and again. Returns the topic.
 * Throws `not-found`.
 */
export async function stopEmails({ token }: { token: string }): Promise<{ topic: Topic }> {
  const link = readStopToken(token);
  if (!link) throw new AppError("not-found", "This link doesn't work.");
  const { userId, topic } = link;
  await inTransaction(SYSTEM_ACTOR, async (tx) => {
    const stopped = await stopTopic(tx, userId, topic);
    if (stopped.length === 0) return;
    const audit = { action: "preferences.unsubscribed", subject: "user", subjectId: userId, details: { topic } };
    await recordChange(tx, SYSTEM_ACTOR, audit, [preferencesChanged(userId)]);
  });
  return { topic };
}
