import { isMigrated, readMigrations } from "@/lib/platform/db/migrations";
import { canOpenTextKeys } from "@/lib/platform/encryption/text-keys";
import { AppError } from "@/lib/platform/errors/app-error";
import { outboxLagSeconds } from "@/lib/platform/events/outbox";
import { readQueueState } from "@/lib/platform/jobs/queue-state";
import { channelsReachable } from "@/lib/platform/realtime/channels-reachable";
import { backupAgeSeconds, backupDelaySeconds } from "./backup-age";
import { type MissingPart, missingParts, type Warning, warningsOf } from "./site-parts";
import { rulesRelease, type RulesRelease } from "@/lib/platform/time/rules-release";

// For the page that shows them, because pages read no rows themselves.
export { isMigrated, readMigrations, type Migrations } from "@/lib/platform/db/migrations";

const TIMEOUT_MS = 3_000;

export type Readiness = {
  /** `degraded`: it serves, but the parts in `missing` are down, or `warnings` need someone's attention. */
  status: "ready" | "degraded";
  missing: MissingPart[];
  warnings: Warning[];
  migrations: number;
  /** How long the oldest undelivered event and the oldest overdue job have been waiting. */
  outboxLagSeconds: number;
  queueLagSeconds: number;
  /** Due jobs: not locked, locked by a worker, out of attempts. */
  jobs: { waiting: number; running: number; exhausted: number };
  /** Age of the last backup, and for how long changes have not reached it: null where there is none. Null: no one says. */
  backups: { ageSeconds: number | null; delaySeconds: number | null } | null;
  timeZones: RulesRelease;
};

async function checkAll(): Promise<Readiness> {
  const migrations = await readMigrations();
  if (!isMigrated(migrations))
    throw new AppError("unavailable", "The database hasn't been migrated to this release.", { retryAfterSeconds: 5 });
  const [outbox, queue, channels, hasKeys, backupAge, backupDelay] = await Promise.all([
    outboxLagSeconds(),
    readQueueState(),
    channelsReachable(),
    canOpenTextKeys(),
    backupAgeSeconds(),
    backupDelaySeconds(),
  ]);
  const whole = (seconds: number) => Math.max(0, Math.round(seconds));
  const wholeOrNull = (seconds: number | null) =>
    seconds === null || seconds === Number.POSITIVE_INFINITY ? null : whole(seconds);
  const { waiting, running, exhausted, hasWorker } = queue;
  const missing = missingParts({ hasWorker, channels, hasKeys });
  const warnings = warningsOf({ outboxLag: outbox, queueLag: queue.lagSeconds, exhausted, backupAge, backupDelay });
  return {
    status: missing.length + warnings.length > 0 ? "degraded" : "ready",
    missing,
    warnings,
    migrations: migrations.applied,
    outboxLagSeconds: whole(outbox),
    queueLagSeconds: whole(queue.lagSeconds),
    jobs: { waiting, running, exhausted },
    backups: backupAge === null ? null : { ageSeconds: wholeOrNull(backupAge), delaySeconds: wholeOrNull(backupDelay) },
    timeZones: rulesRelease(),
  };
}

/**
 * Reports whether this instance can serve: the database answers within 3 seconds and is migrated; throws `unavailable`
 * otherwise. Missing parts and warnings are reported without making it unready, because removing web instances repairs
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
