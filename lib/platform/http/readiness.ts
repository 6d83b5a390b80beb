import { isMigrated, readMigrations } from "@/lib/platform/db/migrations";
import { AppError } from "@/lib/platform/errors/app-error";
import { outboxLagSeconds } from "@/lib/platform/events/outbox";
import { readQueueState } from "@/lib/platform/jobs/queue-state";
import { channelsReachable } from "@/lib/platform/realtime/channels-reachable";
import { type MissingPart, missingParts } from "./site-parts";
import { rulesRelease, type RulesRelease } from "@/lib/platform/time/rules-release";

// For the page that shows them: doors read no rows themselves.
export { isMigrated, readMigrations, type Migrations } from "@/lib/platform/db/migrations";

const TIMEOUT_MS = 3_000;

export type Readiness = {
  /** Degraded: it serves, but the parts in `missing` are away. */
  status: "ready" | "degraded";
  missing: MissingPart[];
  migrations: number;
  /** How long the oldest undelivered event, and the oldest job that is due and not done, have been waiting. */
  outboxLagSeconds: number;
  queueLagSeconds: number;
  /** Jobs that are due: in nobody's hands, in a worker's hands, tried as often as allowed without success. */
  jobs: { waiting: number; running: number; exhausted: number };
  timeZones: RulesRelease;
};

async function checkAll(): Promise<Readiness> {
  const migrations = await readMigrations();
  if (!isMigrated(migrations))
    throw new AppError("unavailable", "The database hasn't been migrated to this release.", { retryAfterSeconds: 5 });
  const [outbox, queue, channels] = await Promise.all([outboxLagSeconds(), readQueueState(), channelsReachable()]);
  const whole = (seconds: number) => Math.max(0, Math.round(seconds));
  const { waiting, running, exhausted, hasWorker } = queue;
  const missing = missingParts({ hasWorker, channels });
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
 * Whether this instance can serve: the database answers within 3 seconds and is migrated; throws `unavailable`
 * otherwise. Lags and missing parts are told but do not make it unready: taking web instances away brings none back.
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
