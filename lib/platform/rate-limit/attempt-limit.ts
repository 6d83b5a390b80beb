import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { counted } from "@/lib/platform/text/counted";
import { bucketOf, CEILING, RateLimitedError } from "./rate-limit";

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

type Held = AttemptLimit & { key: string };

/**
 * Counts one attempt as a failure until it is `released`, and makes the next one wait. Throws `rate-limited`, counting
 * nothing, while an earlier attempt's wait lasts. One statement, so that parallel attempts are serialised; by the wall
 * clock, because `now()` stands still while an attempt queues behind another. Without a wait the time is long past,
 * because the column rounds to milliseconds, upwards too.
 */
export async function takeAttempt({ name, key, free, firstSeconds, mostSeconds, memorySeconds }: Held): Promise<void> {
  const bucket = bucketOf(name, key);
  const most = Math.max(1, Math.round(free * config.rateLimitFactor));
  const taken = await db.$executeRaw`
    INSERT INTO "AttemptBrake" AS b ("bucket", "failures", "freeAt", "expiresAt")
    VALUES (${bucket}, 1, CASE WHEN ${most}::int <= 1 THEN clock_timestamp() + make_interval(secs => ${firstSeconds}::float8) ELSE to_timestamp(0) END,
            now() + make_interval(secs => ${memorySeconds}::float8))
    ON CONFLICT ("bucket") DO UPDATE SET
      "failures" = CASE WHEN b."expiresAt" <= now() THEN 1 ELSE LEAST(b."failures" + 1, ${CEILING}::int) END,
      "freeAt" = CASE
        WHEN b."expiresAt" <= now() OR b."failures" + 1 < ${most}::int THEN to_timestamp(0)
        ELSE clock_timestamp() + make_interval(secs =>
          LEAST(${mostSeconds}::float8, ${firstSeconds}::float8 * power(2, LEAST(b."failures" + 1 - ${most}::int, 30)))) END,
      "expiresAt" = EXCLUDED."expiresAt"
    WHERE b."freeAt" <= clock_timestamp()`;
  if (taken > 0) return;
  const [row] = await db.$queryRaw<{ seconds: number }[]>`
    SELECT GREATEST(1, ceil(extract(epoch FROM "freeAt" - now())))::int AS "seconds" FROM "AttemptBrake" WHERE "bucket" = ${bucket}`;
  const resetSeconds = row?.seconds ?? 1;
  const state = { name, limit: most, windowSeconds: memorySeconds, remaining: 0, resetSeconds };
  throw new RateLimitedError(
    state,
    `That was wrong several times. Wait ${counted(resetSeconds, "second")}, then try again.`,
  );
}

/** Returns an attempt that should not count, so that the next need not wait. Earlier failures stay. */
export async function releaseAttempt({ name, key }: Pick<Held, "name" | "key">): Promise<void> {
  await db.$executeRaw`UPDATE "AttemptBrake" SET "failures" = GREATEST(0, "failures" - 1), "freeAt" = to_timestamp(0) WHERE "bucket" = ${bucketOf(name, key)}`;
}

/** Forgets all failures of `key`. */
export async function forgetFailures({ name, key }: Pick<Held, "name" | "key">): Promise<void> {
  await db.$executeRaw`DELETE FROM "AttemptBrake" WHERE "bucket" = ${bucketOf(name, key)}`;
}

/** Deletes expired counts; for a job. Returns how many. */
export async function deleteExpiredAttemptLimits(): Promise<number> {
  return db.$executeRaw`DELETE FROM "AttemptBrake" WHERE "expiresAt" < now()`;
}
