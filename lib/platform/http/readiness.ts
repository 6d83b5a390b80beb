import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { db } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { outboxLagSeconds } from "@/lib/platform/events/outbox";

const PATIENCE_MS = 3_000;

export type Readiness = {
  status: "ready";
  migrations: number;
  /** How long the oldest undelivered event, and the oldest job that is due, have been waiting. */
  outboxLagSeconds: number;
  queueLagSeconds: number;
};

let expectedMigrations: Promise<number> | undefined;

/** How many migrations this release was built with; 0 when they were not shipped with it. */
async function countShipped(): Promise<number> {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "prisma", "migrations");
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).length;
}

async function migrationsApplied(): Promise<number> {
  const shipped = await (expectedMigrations ??= countShipped());
  const [row] = await db.$queryRaw<{ applied: number; broken: number }[]>`
    SELECT count(*) FILTER (WHERE "finished_at" IS NOT NULL)::int AS "applied",
           count(*) FILTER (WHERE "finished_at" IS NULL)::int AS "broken"
    FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`;
  if (row === undefined || row.broken > 0 || row.applied < shipped) {
    throw new AppError("unavailable", "The database is not migrated to this release.", { retryAfterSeconds: 5 });
  }
  return row.applied;
}

async function queueLagSeconds(): Promise<number> {
  const [row] = await db.$queryRaw<{ lag: number }[]>`
    SELECT coalesce(extract(epoch FROM now() - min("run_at")), 0)::float AS "lag" FROM graphile_worker.jobs
    WHERE "run_at" <= now() AND "locked_at" IS NULL AND "attempts" < "max_attempts"`;
  return row?.lag ?? 0;
}

async function examine(): Promise<Readiness> {
  const migrations = await migrationsApplied();
  const [outbox, queue] = await Promise.all([outboxLagSeconds(), queueLagSeconds()]);
  const whole = (seconds: number) => Math.max(0, Math.round(seconds));
  return { status: "ready", migrations, outboxLagSeconds: whole(outbox), queueLagSeconds: whole(queue) };
}

/**
 * Whether this instance can serve: the database answers within 3 seconds and is migrated; throws `unavailable`
 * otherwise. Lags are told but do not make it unready: taking web instances away does not speed a worker up.
 */
export async function checkReadiness(): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_resolve, reject) => {
    const late = () => reject(new AppError("unavailable", "The database does not answer in time.", { retryAfterSeconds: 5 }));
    timer = setTimeout(late, PATIENCE_MS);
  });
  try {
    return await Promise.race([examine(), tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}
