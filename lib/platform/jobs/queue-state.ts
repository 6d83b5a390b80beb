import { sql } from "@/lib/platform/db/sql";

/** A worker beats every three seconds. */
const HEARD_WITHIN_SECONDS = 30;

export type QueueState = {
  /** How long the oldest job that is due and not done has been waiting, taken or not. */
  lagSeconds: number;
  /** Due and in nobody's hands; in a worker's hands; tried as often as allowed, without success. */
  waiting: number;
  running: number;
  exhausted: number;
  /** Whether a worker was heard within the last half minute. */
  hasWorker: boolean;
};

/** The job queue as it stands. A job that a dead worker has locked still counts: until it is done it is late. */
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
