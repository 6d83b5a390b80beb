import { sql } from "@/lib/platform/db/sql";

/** A worker sends a heartbeat every three seconds. */
const HEARD_WITHIN_SECONDS = 30;

export type QueueState = {
  /** How long the oldest overdue job has been waiting, locked or not. */
  lagSeconds: number;
  /** Due and not locked; locked by a worker; out of attempts. */
  waiting: number;
  running: number;
  exhausted: number;
  /** Whether a worker was heard from within the last half minute. */
  hasWorker: boolean;
};

/** Returns the state of the job queue. A job locked by a dead worker still counts: it is late until it is done. */
export async function readQueueState(): Promise<QueueState> {
  const [row] = await sql.$queryRaw<QueueState[]>`
    SELECT coalesce(extract(epoch FROM now() - min("run_at") FILTER (WHERE "attempts" < "max_attempts" OR "locked_at" IS NOT NULL)), 0)::float AS "lagSeconds",
           (count(*) FILTER (WHERE "locked_at" IS NULL AND "attempts" < "max_attempts"))::int AS "waiting",
           (count(*) FILTER (WHERE "locked_at" IS NOT NULL))::int AS "running",
           (count(*) FILTER (WHERE "locked_at" IS NULL AND "attempts" >= "max_attempts"))::int AS "exhausted",
           EXISTS (SELECT 1 FROM "JobWorker" WHERE "heardAt" > now() - ${HEARD_WITHIN_SECONDS} * interval '1 second') AS "hasWorker"
    FROM graphile_worker.jobs WHERE "run_at" <= now()`;
  return row ?? { lagSeconds: 0, waiting: 0, running: 0, exhausted: 0, hasWorker: false };
}
