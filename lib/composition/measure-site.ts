import { unsafeListBacklogs } from "@/lib/domain/messages/queries";
import { config } from "@/lib/platform/config/config";
import { isMigrated, readMigrations } from "@/lib/platform/db/migrations";
import { isAway } from "@/lib/platform/db/presence";
import { inSqlTransactionAs } from "@/lib/platform/db/transaction";
import { readVitals } from "@/lib/platform/db/vitals";
import { canOpenTextKeys } from "@/lib/platform/encryption/text-keys";
import { lagSecondsBySink } from "@/lib/platform/events/outbox";
import { backupAgeSeconds, backupDelaySeconds } from "@/lib/platform/http/backup-age";
import { MISSABLE_PARTS, missingParts } from "@/lib/platform/http/site-parts";
import { readQueueState } from "@/lib/platform/jobs/queue-state";
import { log } from "@/lib/platform/log/log";
import { monthsLeft } from "@/lib/platform/months/statements";
import type { Reading } from "@/lib/platform/metrics/render-metrics";
import { channelsReachable } from "@/lib/platform/realtime/channels-reachable";
import { rulesRelease } from "@/lib/platform/time/rules-release";

/** Shorter than the ten seconds Prometheus gives a scrape. */
const PATIENCE_MS = 4_000;

type Column<R> = [name: string, help: string, of: (row: R) => number];

/** A gauge for each column, with a value for each row. */
function readingsOf<R>(
  rows: readonly R[],
  labelsOf: (row: R) => Record<string, string>,
  columns: Column<R>[],
): Reading[] {
  const valuesOf = (of: (row: R) => number) => rows.map((row) => ({ labels: labelsOf(row), value: of(row) }));
  return columns.map(([name, help, of]) => ({ name, help, values: valuesOf(of) }));
}

const reading = (name: string, help: string, value: number): Reading => ({ name, help, values: [{ value }] });
const unlabelled = () => ({});

/** Everything the database knows, in one transaction on one connection, sent at once. */
function readDatabase() {
  return inSqlTransactionAs({ "app.reader": "metrics" }, (tx) =>
    Promise.all([lagSecondsBySink(tx), readQueueState(tx), unsafeListBacklogs(tx), monthsLeft(tx), readVitals(tx)]),
  );
}

async function readingsOfDatabase(): Promise<Reading[]> {
  const [[lags, jobs, messages, months, vitals], migrations, hasKeys, channels] = await Promise.all([
    readDatabase(),
    readMigrations(),
    canOpenTextKeys(),
    channelsReachable(),
  ]);
  const missing = missingParts({ hasWorker: jobs.hasWorker, channels, hasKeys });
  return [
    reading("caresync_database_migrated", "1 with every migration of this release.", Number(isMigrated(migrations))),
    ...readingsOf([vitals], unlabelled, [
      ["caresync_database_size_bytes", "Size of the database.", (row) => row.sizeBytes],
      ["caresync_database_connections", "Connections to the database, everyone's.", (row) => row.connections],
      ["caresync_database_connections_max", "How many connections PostgreSQL takes.", (row) => row.maxConnections],
      ["caresync_database_oldest_transaction_seconds", "Oldest transaction.", (row) => row.oldestTransactionSeconds],
    ]),
    ...readingsOf(MISSABLE_PARTS, (part) => ({ part }), [
      ["caresync_part_missing", "1 while the site does without this part.", (part) => Number(missing.includes(part))],
    ]),
    ...readingsOf(lags, ({ sink }) => ({ sink }), [
      ["caresync_relay_lag_seconds", "Age of the oldest event not delivered yet.", (row) => row.lagSeconds],
    ]),
    ...readingsOf([jobs], unlabelled, [
      ["caresync_jobs_lag_seconds", "How long the oldest due job has waited.", (row) => Math.max(0, row.lagSeconds)],
      ["caresync_jobs_due", "Jobs that are due and not begun.", (row) => row.waiting],
      ["caresync_jobs_locked", "Jobs that a worker is running.", (row) => row.running],
      ["caresync_jobs_exhausted", "Jobs that failed too often and are no longer tried.", (row) => row.exhausted],
    ]),
    ...readingsOf(messages, ({ channel }) => ({ channel }), [
      ["caresync_messages_lag_seconds", "How long the oldest due message has waited.", (row) => row.lagSeconds],
      ["caresync_messages_due", "Messages that are due, at most 10,000.", (row) => row.due],
      ["caresync_messages_failed", "Messages to be tried again, at most 10,000.", (row) => row.failed],
      ["caresync_messages_given_up", "Messages given up within a day, at most 10,000.", (row) => row.givenUp],
    ]),
    ...readingsOf(months, ({ table }) => ({ table }), [
      ["caresync_months_left_seconds", "How long the monthly parts of a table suffice.", (row) => row.seconds],
    ]),
  ];
}

async function readingsOfProcess(): Promise<Reading[]> {
  const { release, node, behind } = rulesRelease();
  const [age, delay] = await Promise.all([backupAgeSeconds(), backupDelaySeconds()]);
  return [
    {
      name: "caresync_info",
      help: "What runs: the build, and the releases of the time zone rules.",
      values: [{ labels: { build: config.build, time_zones: release, node_time_zones: node ?? "unknown" }, value: 1 }],
    },
    reading("caresync_time_zones_behind", "1 while Node.js has newer time zone rules.", Number(behind === "rules")),
    ...(age === null ? [] : [reading("caresync_backup_age_seconds", "Age of the last backup's stamp.", age)]),
    ...(delay === null
      ? []
      : [reading("caresync_backup_delay_seconds", "For how long changes have not reached the backups.", delay)]),
  ];
}

const isUp = (value: boolean) => reading("caresync_database_up", "1 while the database answers.", Number(value));

/** Measures the whole site for a scrape. Without an answer of the database in time, that is what it says. */
export async function measureSite(): Promise<Reading[]> {
  const process = await readingsOfProcess();
  if (isAway()) return [...process, isUp(false)];
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("the database did not answer in time")), PATIENCE_MS);
  });
  try {
    return [...process, isUp(true), ...(await Promise.race([readingsOfDatabase(), late]))];
  } catch (error) {
    log.warn({ err: error }, "the site could not be measured");
    return [...process, isUp(false)];
  } finally {
    clearTimeout(timer);
  }
}
