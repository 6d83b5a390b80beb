import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { sendPush, type PushOptions, type PushOutcome } from "@/lib/platform/push/send-push";
import { MAX_FAILURES } from "../rules";

export type PushWords = {
  /** What the notification says, without naming a person or a reason: others may be looking at the screen. */
  body: string;
  /** The path of the page it opens. */
  path: string;
  tag: string;
};

/**
 * Sends a notification to one browser, as part of a message or not, and returns what became of it. A subscription that has ended,
 * or refused several in a row, is removed. Without one it is `gone`.
 */
export async function pushToBrowser(
  id: string,
  words: PushWords,
  options: PushOptions & { messageId?: string },
): Promise<PushOutcome> {
  const target = await db.pushSubscription.findUnique({
    where: { id },
    select: { endpoint: true, p256dh: true, auth: true, failures: true, user: { select: { status: true } } },
  });
  if (!target || target.user.status !== "ACTIVE" || !config.push) return { result: "gone", status: null };
  const navigate = `${config.site.origin}${words.path}`;
  const said = { title: "CareSync", body: words.body, navigate, tag: words.tag };
  const outcome = await sendPush(target, said, options);
  await remember({ id, endpoint: target.endpoint }, outcome, options.messageId);
  return outcome;
}

/** `deleteMany` and `updateMany`, because it may have ended or moved to another account meanwhile. */
async function remember(
  where: { id: string; endpoint: string },
  { result }: PushOutcome,
  messageId: string | undefined,
): Promise<void> {
  if (result === "accepted") {
    const message = messageId === undefined ? {} : { lastMessageId: messageId };
    await db.pushSubscription.updateMany({ where, data: { lastUsedAt: new Date(), failures: 0, ...message } });
  }
  if (result === "gone") await db.pushSubscription.deleteMany({ where });
  if (result === "refused") {
    await db.pushSubscription.updateMany({ where, data: { failures: { increment: 1 } } });
    await db.pushSubscription.deleteMany({ where: { ...where, failures: { gte: MAX_FAILURES } } });
  }
}
