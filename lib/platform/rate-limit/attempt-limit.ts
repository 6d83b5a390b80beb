import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import type { Sql } from "@/lib/platform/db/sql";
import { counted } from "@/lib/platform/text/counted";
import { bucketOf, RateLimitedError } from "./rate-limit";
import {
  countAttempt,
  deleteAttempts,
  deleteForgottenAttempts,
  secondsUntilFree,
  slowedUntil,
  takeBackAttempt,
} from "./statements";

/**
 * Waits that double with consecutive failures and expire by themselves: they slow a guesser down and lock no one out.
 */
export type AttemptLimit = {
  /** Separates its counts from others'. */
  name: string;
  /** The attempt after which the next one has to wait, before RATE_LIMIT_FACTOR. */
  free: number;
  /** The first wait; each further one is twice as long. */
  firstSeconds: number;
  mostSeconds: number;
  /** Failures are forgotten after this long without another attempt. */
  memorySeconds: number;
};

/** `about`: what is guessed at, which several keys have in common, for `findSlowedUntil`. */
type Held = AttemptLimit & { key: string; about?: string };

const bucketAbout = (about: string) => bucketOf("about", about);

/**
 * Counts one attempt as a failure until it is `released`, and makes the next one wait. Throws `rate-limited`, counting
 * nothing, while an earlier attempt's wait lasts.
 */
export async function takeAttempt({ name, key, about, free, ...times }: Held): Promise<void> {
  const { firstSeconds, mostSeconds, memorySeconds } = times;
  const bucket = bucketOf(name, key);
  const most = Math.max(1, Math.round(free * config.rateLimitFactor));
  const of = about === undefined ? null : bucketAbout(about);
  const taken = await countAttempt(db, { bucket, about: of, most, firstSeconds, mostSeconds, memorySeconds });
  if (taken > 0) return;
  const [row] = await secondsUntilFree(db, bucket);
  const resetSeconds = row?.seconds ?? 1;
  const state = { name, limit: most, windowSeconds: memorySeconds, remaining: 0, resetSeconds };
  throw new RateLimitedError(
    state,
    `That was wrong several times. Wait ${counted(resetSeconds, "second")}, then try again.`,
  );
}

/** Returns until when failures slow down attempts at something, by any key; null when they don't. */
export async function findSlowedUntil(client: Sql, about: string): Promise<Date | null> {
  const [row] = await slowedUntil(client, bucketAbout(about));
  return row?.until ?? null;
}

/** Returns an attempt that should not count, so that the next need not wait. Earlier failures stay. */
export async function releaseAttempt({ name, key }: Pick<Held, "name" | "key">): Promise<void> {
  await takeBackAttempt(db, bucketOf(name, key));
}

/** Forgets all failures of `key`. */
export async function forgetFailures({ name, key }: Pick<Held, "name" | "key">): Promise<void> {
  await deleteAttempts(db, bucketOf(name, key));
}

/** Deletes expired counts; for a job. Returns how many. */
export async function deleteExpiredAttemptLimits(): Promise<number> {
  return deleteForgottenAttempts(db);
}
