import { createHash } from "node:crypto";
import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { countInWindow, currentWindow, deleteEndedWindows } from "./statements";

export type RateLimit = {
  /** Names the limit in the headers and separates its counts from others'. */
  name: string;
  /** How many attempts a window allows, before RATE_LIMIT_FACTOR. */
  limit: number;
  windowSeconds: number;
  /** `accepted`: refused attempts do not count. Everything counts by default. */
  counts?: "accepted";
};

export type RateLimitState = RateLimit & { remaining: number; resetSeconds: number };

/** Returns what a window really allows: the limit times RATE_LIMIT_FACTOR. */
export function mostOf({ limit }: Pick<RateLimit, "limit">): number {
  return Math.max(1, Math.round(limit * config.rateLimitFactor));
}

/** Returns the row's name: a digest, so that the table contains no address and no email. */
export function bucketOf(name: string, key: string): string {
  return createHash("sha256").update(`${name}\u0000${key}`).digest("base64url");
}

/**
 * Counts one attempt in the window of `key` and throws `rate-limited` when it is one too many. One statement, so that
 * instances and parallel requests agree. A window starts with its first attempt, and refused attempts do not extend it.
 * A negative `cost` returns attempts and never throws.
 */
export async function takeToken(limit: RateLimit & { key: string; cost?: number }): Promise<RateLimitState> {
  const { name, key, windowSeconds, cost = 1 } = limit;
  const most = mostOf(limit);
  const [row] = await countInWindow(db, { bucket: bucketOf(name, key), cost, windowSeconds });
  if (row === undefined) throw new Error("the rate limit's upsert returned no row");
  // The column rounds to milliseconds: a fresh window may seem slightly longer than it is.
  const resetSeconds = Math.min(row.resetSeconds, windowSeconds);
  const state = { name, limit: most, windowSeconds, remaining: Math.max(0, most - row.count), resetSeconds };
  if (cost > 0 && row.count > most) throw new RateLimitedError(state);
  return state;
}

/** Throws `rate-limited` when the window of `key` is full, and counts nothing. */
async function checkLimit({
  name,
  key,
  windowSeconds,
  ...limit
}: RateLimit & { key: string }): Promise<RateLimitState> {
  const most = mostOf(limit);
  const [row] = await currentWindow(db, bucketOf(name, key));
  const state = {
    name,
    limit: most,
    windowSeconds,
    remaining: Math.max(0, most - (row?.count ?? 0) - 1),
    resetSeconds: Math.min(row?.resetSeconds ?? windowSeconds, windowSeconds),
  };
  if ((row?.count ?? 0) >= most) throw new RateLimitedError({ ...state, remaining: 0 });
  return state;
}

/** Counts accepted attempts, for limits that count no others. The answer has been given, so this never refuses it. */
export async function countAccepted(limits: (RateLimit & { key: string })[]): Promise<void> {
  for (const limit of limits) {
    if (limit.counts !== "accepted") continue;
    await takeToken(limit).catch((error: unknown) => {
      if (!(error instanceof RateLimitedError)) throw error;
    });
  }
}

/** Before the work: counts an attempt or, where only accepted ones count, checks that there is room for one. */
export function admitAttempt(limit: RateLimit & { key: string }): Promise<RateLimitState> {
  return limit.counts === "accepted" ? checkLimit(limit) : takeToken(limit);
}

/** `rate-limited`, with the limit's state for the answer's headers. */
export class RateLimitedError extends AppError {
  constructor(
    readonly state: RateLimitState,
    detail = "Too many attempts. Please wait a moment and try again.",
  ) {
    super("rate-limited", detail, {
      retryAfterSeconds: state.resetSeconds,
    });
  }
}

/** Deletes expired windows; for a job that runs every few minutes. Returns how many. */
export async function deleteExpiredWindows(): Promise<number> {
  return deleteEndedWindows(db);
}
