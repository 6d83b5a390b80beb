import type { Outcome } from "@/lib/platform/delivery/outcome";
import type { MessageState } from "./status";

/** How often a message is tried; with the pauses below, over about nine hours. */
export const MAX_ATTEMPTS = 12;
/** No provider takes longer to answer; the channels' own limits are shorter. */
export const DEADLINE_SECONDS = 60;
/** After so long, the worker that claimed it must have died. */
export const ABANDONED_SECONDS = 180;
/** How long what could not be sent is kept, so that it can be sent again. */
export const CONTENT_DAYS = 30;
/** How long the ledger says that something was sent. */
export const LEDGER_DAYS = 365;

const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 2 * 3_600_000;

/** When to try again after so many attempts: after 15 seconds, 30, 60 … or when the provider says, but within two hours. */
function retryAt(attempts: number, askedSeconds: number, now: Date): Date {
  const pause = Math.max(FIRST_PAUSE_MS * 2 ** ((attempts - 1) % MAX_ATTEMPTS), askedSeconds * 1000);
  return new Date(now.getTime() + Math.min(LONGEST_PAUSE_MS, pause));
}

export type Verdict = { state: MessageState; answer: string | null; nextAttemptAt: Date };

/** What becomes of a message after an attempt. One that is sent again has as many attempts as before. */
export function afterAttempt({ is, answer, retryAfterSeconds = 0 }: Outcome, attempts: number, now: Date): Verdict {
  if (is === "sent") return { state: "SENT", answer, nextAttemptAt: now };
  if (is === "retry" && attempts % MAX_ATTEMPTS !== 0)
    return { state: "FAILED", answer, nextAttemptAt: retryAt(attempts, retryAfterSeconds, now) };
  return { state: "GIVEN_UP", answer, nextAttemptAt: now };
}
