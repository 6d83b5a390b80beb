import { isMigrated, readMigrations } from "@/lib/platform/db/migrations";
import { canOpenTextKeys } from "@/lib/platform/encryption/text-keys";
import { AppError } from "@/lib/platform/errors/app-error";
import { outboxLagSeconds } from "@/lib/platform/events/outbox";
import { readQueueState } from "@/lib/platform/jobs/queue-state";
import { channelsReachable } from "@/lib/platform/realtime/channels-reachable";
import { type MissingPart, missingParts } from "./site-parts";
import { rulesRelease, type RulesRelease } from "@/lib/platform/time/rules-release";

// For the page that shows them, because pages read no rows themselves.
export { isMigrated, readMigrations, type Migrations } from "@/lib/platform/db/migrations";

const TIMEOUT_MS = 3_000;

export type Readiness = {
  /** `degraded`: it serves, but the parts in `missing` are down. */
  status: "ready" | "degraded";
  missing: MissingPart[];
  migrations: number;
  /** How long the oldest undelivered event and the oldest overdue job have been waiting. */
  outboxLagSeconds: number;
  queueLagSeconds: number;
  /** Due jobs: not locked, locked by a worker, out of attempts. */
  jobs: { waiting: number; running: number; exhausted: number };
  timeZones: RulesRelease;
};

async function checkAll(): Promise<Readiness> {
  const migrations = await readMigrations();
  if (!isMigrated(migrations))
    throw new AppError("unavailable", "The database hasn't been migrated to this release.", { retryAfterSeconds: 5 });
  const [outbox, queue, channels, hasKeys] = await Promise.all([
    outboxLagSeconds(),
    readQueueState(),
    channelsReachable(),
    canOpenTextKeys(),
  ]);
  const whole = (seconds: number) => Math.max(0, Math.round(seconds));
  const { waiting, running, exhausted, hasWorker } = queue;
  const missing = missingParts({ hasWorker, channels, hasKeys });
  return {
    status: missing.length > 0 ? "degraded" : "ready",
    missing,
    migrations: migrations.applied,
    outboxLagSeconds: whole(outbox),
    queueLagSeconds: whole(queue.lagSeconds),
    jobs: { waiting, running, exhausted },
    timeZones: rulesRelease(),
  };
}

/**
 * Reports whether this instance can serve: the database answers within 3 seconds and is migrated; throws `unavailable`
 * otherwise. Lags and missing parts are reported without making it unready, because removing web instances repairs
 * neither.
 */
export async function checkReadiness(): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_resolve, reject) => {
    const late = () =>
      reject(new AppError("unavailable", "The database isn't responding in time.", { retryAfterSeconds: 5 }));
    timer = setTimeout(late, TIMEOUT_MS);
  });
  try {
    return await Promise.race([checkAll(), tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}
