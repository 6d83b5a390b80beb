import { Prisma } from "@/lib/platform/db/db";
import { command, statement } from "@/lib/platform/db/statement";

// Far above any limit, far below what an int4 column can store.
const CEILING = 1_000_000_000;

const windowColumns = { count: "int4", resetSeconds: "int4" } as const;

type Taken = { bucket: string; cost: number; windowSeconds: number };

/** Counts into a window, and starts a new one when it has ended. */
export const countInWindow = statement(
  windowColumns,
  ({ bucket, cost, windowSeconds }: Taken) => Prisma.sql`
    INSERT INTO "RateLimitWindow" AS w ("bucket", "count", "expiresAt")
    VALUES (${bucket}, GREATEST(0, ${cost}::int), now() + make_interval(secs => ${windowSeconds}::int))
    ON CONFLICT ("bucket") DO UPDATE SET
      "count" = CASE WHEN w."expiresAt" <= now() THEN EXCLUDED."count"
                     ELSE GREATEST(0, LEAST(w."count" + ${cost}::int, ${CEILING}::int)) END,
      "expiresAt" = CASE WHEN w."expiresAt" <= now() THEN EXCLUDED."expiresAt" ELSE w."expiresAt" END
    RETURNING "count", GREATEST(1, ceil(extract(epoch FROM "expiresAt" - now())))::int AS "resetSeconds"`,
);

export const currentWindow = statement(
  windowColumns,
  (bucket: string) => Prisma.sql`
    SELECT "count", GREATEST(1, ceil(extract(epoch FROM "expiresAt" - now())))::int AS "resetSeconds"
    FROM "RateLimitWindow" WHERE "bucket" = ${bucket} AND "expiresAt" > now()`,
);

/** Adds many counts; in order, so that two instances never deadlock. */
export const addToWindows = statement(
  { bucket: "text", count: "int4" },
  (buckets: string[], counts: number[], expiresAt: Date) => Prisma.sql`
    INSERT INTO "RateLimitWindow" AS w ("bucket", "count", "expiresAt")
    SELECT t."bucket", t."count", ${expiresAt}::timestamptz
    FROM unnest(${buckets}::text[], ${counts}::int[]) AS t("bucket", "count") ORDER BY t."bucket"
    ON CONFLICT ("bucket") DO UPDATE SET "count" = LEAST(w."count" + EXCLUDED."count", ${CEILING}::int)
    RETURNING "bucket", "count"`,
);

export const deleteEndedWindows = command(() => Prisma.sql`DELETE FROM "RateLimitWindow" WHERE "expiresAt" < now()`);

type Attempt = {
  bucket: string;
  about: string | null;
  most: number;
  firstSeconds: number;
  mostSeconds: number;
  memorySeconds: number;
};

/**
 * Counts a failure and sets when the next attempt is free; writes nothing before the last one's wait is over. One
 * statement, so that parallel attempts are serialised; by the wall clock, because `now()` stands still while an attempt
 * queues behind another. Without a wait the time is long past, because the column rounds to milliseconds, upwards too.
 */
export const countAttempt = command(
  ({ bucket, about, most, firstSeconds, mostSeconds, memorySeconds }: Attempt) => Prisma.sql`
    INSERT INTO "AttemptThrottle" AS b ("bucket", "about", "failures", "freeAt", "expiresAt")
    VALUES (${bucket}, ${about}, 1, CASE WHEN ${most}::int <= 1 THEN clock_timestamp() + make_interval(secs => ${firstSeconds}::float8) ELSE to_timestamp(0) END,
            now() + make_interval(secs => ${memorySeconds}::float8))
    ON CONFLICT ("bucket") DO UPDATE SET
      "failures" = CASE WHEN b."expiresAt" <= now() THEN 1 ELSE LEAST(b."failures" + 1, ${CEILING}::int) END,
      "freeAt" = CASE
        WHEN b."expiresAt" <= now() OR b."failures" + 1 < ${most}::int THEN to_timestamp(0)
        ELSE clock_timestamp() + make_interval(secs =>
          LEAST(${mostSeconds}::float8, ${firstSeconds}::float8 * power(2, LEAST(b."failures" + 1 - ${most}::int, 30)))) END,
      "expiresAt" = EXCLUDED."expiresAt"
    WHERE b."freeAt" <= clock_timestamp()`,
);

export const secondsUntilFree = statement(
  { seconds: "int4" },
  (bucket: string) => Prisma.sql`
    SELECT GREATEST(1, ceil(extract(epoch FROM "freeAt" - now())))::int AS "seconds" FROM "AttemptThrottle" WHERE "bucket" = ${bucket}`,
);

/** Until when one of several counts makes attempts wait: those below their limit were always free. */
export const slowedUntil = statement(
  { until: "timestamptz?" },
  (about: string) => Prisma.sql`
    SELECT max("expiresAt") AS "until" FROM "AttemptThrottle"
    WHERE "about" = ${about} AND "expiresAt" > now() AND "freeAt" > to_timestamp(0)`,
);

export const takeBackAttempt = command(
  (bucket: string) => Prisma.sql`
    UPDATE "AttemptThrottle" SET "failures" = GREATEST(0, "failures" - 1), "freeAt" = to_timestamp(0) WHERE "bucket" = ${bucket}`,
);

export const deleteAttempts = command(
  (bucket: string) => Prisma.sql`DELETE FROM "AttemptThrottle" WHERE "bucket" = ${bucket}`,
);

export const deleteForgottenAttempts = command(
  () => Prisma.sql`DELETE FROM "AttemptThrottle" WHERE "expiresAt" < now()`,
);
