import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { answerCode, SENT, UNCONFIGURED, type Outcome } from "@/lib/platform/delivery/outcome";
import { pushToBrowser } from "./internal/push-to-browser";

type Push = { messageId: string; userId: string; body: string; path: string };

/** A device that is off for longer has nothing from hearing of it then: the portal lists it. */
const OPTIONS = { ttlSeconds: 24 * 3600, urgency: "high" } as const;

/**
 * Hands a message to each of an account's browsers. Tried again, it goes only to those that haven't accepted it yet. It is sent when
 * all have answered and one has accepted it.
 */
export async function pushToAccount({ messageId, userId, body, path }: Push): Promise<Outcome> {
  if (!config.push) return UNCONFIGURED;
  const browsers = await db.pushSubscription.findMany({ where: { userId }, select: { id: true, lastMessageId: true } });
  const waiting = browsers.filter(({ lastMessageId }) => lastMessageId !== messageId);
  const words = { body, path, tag: messageId };
  const outcomes = await Promise.all(waiting.map(({ id }) => pushToBrowser(id, words, { ...OPTIONS, messageId })));
  const later = outcomes.filter((outcome) => outcome.result === "later");
  if (later[0]) {
    const retryAfterSeconds = Math.max(...later.map((one) => one.retryAfterSeconds ?? 0));
    return { is: "retry", answer: answerCode("push", later[0].status ?? "no-answer"), retryAfterSeconds };
  }
  if (waiting.length < browsers.length || outcomes.some(({ result }) => result === "accepted")) return SENT;
  const [first] = outcomes;
  return { is: "refused", answer: first ? answerCode("push", first.result, first.status) : "no-device" };
}
