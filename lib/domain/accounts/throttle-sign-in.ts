import type { Device } from "@/lib/platform/auth/known-device";
import { config } from "@/lib/platform/config/config";
import type { Sql } from "@/lib/platform/db/sql";
import {
  findSlowedUntil,
  forgetFailures,
  releaseAttempt,
  takeAttempt,
  type AttemptLimit,
} from "@/lib/platform/rate-limit/attempt-limit";
import { takeToken } from "@/lib/platform/rate-limit/rate-limit";

const QUARTER_HOUR = 15 * 60;

/** One account from one network, and one account from a browser it has signed in on before. */
const PAIR: AttemptLimit = { name: "sign-in", free: 10, firstSeconds: 5, mostSeconds: 60, memorySeconds: QUARTER_HOUR };
const DEVICE: AttemptLimit = { ...PAIR, name: "sign-in-device" };
/** One account from everywhere else: what many networks together may try. */
const ACCOUNT: AttemptLimit = {
  name: "sign-in-account",
  free: 50,
  firstSeconds: 5,
  mostSeconds: 30,
  memorySeconds: 3600,
};

/** A network is never refused, because it may be a hospital's; after this many failures its attempts take longer. */
const NETWORK = { name: "sign-in-address", limit: 100, windowSeconds: QUARTER_HOUR };
const NEVER_REACHED = 1_000_000;
const PAUSE_PER_FAILURE_MS = 20;
const MAX_PAUSE_MS = 2_000;

/** What the counts of one account have in common. */
const guessesAt = (email: string) => `sign-in ${email}`;

/** Returns until when wrong passwords make some attempts at an account wait, wherever they were entered; null when they don't. */
export function findSlowdown(client: Sql, email: string): Promise<Date | null> {
  return findSlowedUntil(client, guessesAt(email.toLowerCase()));
}

export type Attempt = {
  /** Correct credentials: forgets all failures from this source, and keeps those others caused. */
  succeeded(): Promise<void>;
};

/**
 * Counts an attempt to sign in as a failure until it has succeeded. A device known to the account has its own count, so
 * that guesses elsewhere can't lock its owner out. Throws `rate-limited` with the seconds to wait.
 */
export async function throttleSignIn(of: { email: string; address: string; device: Device | null }): Promise<Attempt> {
  const about = guessesAt(of.email);
  const own = of.device
    ? { ...DEVICE, about, key: `${of.device.id} ${of.email}` }
    : { ...PAIR, about, key: `${of.address} ${of.email}` };
  await takeAttempt(own);
  if (of.device) return { succeeded: () => forgetFailures(own) };
  const account = { ...ACCOUNT, about, key: of.email };
  await takeAttempt(account).catch(async (error: unknown) => {
    await releaseAttempt(own);
    throw error;
  });
  const network = { ...NETWORK, limit: NEVER_REACHED, key: of.address };
  const { remaining, limit } = await takeToken(network);
  await pause(limit - remaining);
  return {
    async succeeded() {
      await forgetFailures(own);
      await releaseAttempt(account);
      await takeToken({ ...network, cost: -1 });
    },
  };
}

function pause(failures: number): Promise<void> {
  const over = failures - NETWORK.limit * config.rateLimitFactor;
  if (over <= 0) return Promise.resolve();
  return new Promise((resolve) => setTimeout(resolve, Math.min(MAX_PAUSE_MS, over * PAUSE_PER_FAILURE_MS)));
}
