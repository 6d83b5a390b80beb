import { sql } from "@/lib/platform/db/sql";
import { readPreference } from "@/lib/domain/preferences/read-preference";
import { sendableAt } from "@/lib/domain/preferences/rules";
import { ALWAYS } from "@/lib/domain/preferences/status";
import type { RowOf } from "@/lib/platform/db/statement";
import type { Outcome } from "@/lib/platform/delivery/outcome";
import { log } from "@/lib/platform/log/log";
import { counter } from "@/lib/platform/metrics/instruments";
import { CHANNELS } from "./internal/channels";
import { ABANDONED_SECONDS, afterAttempt, DEADLINE_SECONDS, MAX_ATTEMPTS, type Verdict } from "./rules";
import { claimDue, finishMessages, releaseAbandoned } from "./statements";
import type { SentChannel } from "./status";

const tried = counter({
  name: "caresync_messages_total",
  help: "Messages a worker has taken up, by channel and what became of them.",
  labels: ["channel", "state"],
});

/** How many messages one worker has under way at once. */
const BATCH = 50;

type Claimed = RowOf<typeof claimDue>;

/**
 * Sends everything that is due by one channel; for a timer, on any number of workers. Each message is claimed by one of them,
 * with its attempt counted and committed, before it is handed to the provider; the result is written when the provider has
 * answered. A worker that dies in between leaves a claim, which is released later: the message then goes out with the same
 * ID, by which receivers recognise the one case in which it comes twice. Returns how many were tried.
 */
export async function sendDueMessages(channel: SentChannel): Promise<number> {
  await releaseAbandoned(sql, ABANDONED_SECONDS, MAX_ATTEMPTS);
  let count = 0;
  for (;;) {
    const claimed = await claimDue(sql, channel, BATCH);
    await Promise.all(claimed.map((message) => sendOne(channel, message)));
    count += claimed.length;
    if (claimed.length < BATCH) return count;
  }
}

async function sendOne(channel: SentChannel, message: Claimed): Promise<void> {
  const { id, attempts } = message;
  const verdict =
    verdictBefore(channel, message, new Date()) ?? afterAttempt(await handOver(channel, message), attempts, new Date());
  if (verdict.state === "GIVEN_UP" && verdict.answer !== "not-configured")
    log.warn({ messageId: id, channel, answer: verdict.answer, attempts }, "message given up");
  tried({ channel, state: verdict.state });
  await finishMessages(sql, [{ id, attempts, ...verdict }]);
}

/** Why a message that was claimed isn't sent, or not now. What its reader wants may have changed since it was queued. */
function verdictBefore(channel: SentChannel, message: Claimed, now: Date): Verdict | null {
  const cancelled = (answer: string): Verdict => ({ state: "CANCELLED", answer, nextAttemptAt: now });
  const { expiresAt, topic, timeZone } = message;
  if (message.isSuspended) return cancelled("account-suspended");
  if (expiresAt !== null && expiresAt <= now) return cancelled("expired");
  if (timeZone === null) return null;
  if (message.isForeign) return cancelled("no-access");
  if (message.isRead && topic !== null && !ALWAYS[topic].includes(channel)) return cancelled("read");
  const at = sendableAt({ ...message, channel }, readPreference({ ...message, timeZone }), now);
  if (at === null) return cancelled("unwanted");
  return at > now ? { state: "DUE", answer: null, nextAttemptAt: at } : null;
}

/** A provider that answers nothing at all doesn't hold up the others for ever. */
async function handOver(channel: SentChannel, { id, userId, topic, to, content }: Claimed): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ is: "retry", answer: "timeout" }), DEADLINE_SECONDS * 1000);
  });
  try {
    return await Promise.race([CHANNELS[channel]({ id, userId, topic, to, content }), late]);
  } catch (error) {
    log.error({ err: error, messageId: id, channel }, "a channel failed");
    return { is: "refused", answer: "fault" };
  } finally {
    clearTimeout(timer);
  }
}
