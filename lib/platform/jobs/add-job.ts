import type { Tx } from "@/lib/platform/db/db";
import type { Sql } from "@/lib/platform/db/sql";

export type JobOptions = {
  /** Not before this instant; at once by default. */
  runAt?: Date;
  /** One waiting job per key: a second one replaces the first. */
  jobKey?: string;
  /** How often a failing job is tried, with growing pauses; 25 times by default. */
  maxAttempts?: number;
};

/**
 * Queues a job in a transaction: it starts when that commits, and never if it doesn't. `payload` is stored until the
 * job is done; it must contain no tokens and nothing clinical.
 */
export async function addJob(
  tx: Tx,
  task: string,
  payload: Record<string, unknown> = {},
  options: JobOptions = {},
): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json,
    run_at => ${options.runAt ?? null}::timestamptz, job_key => ${options.jobKey ?? null}::text,
    max_attempts => ${options.maxAttempts ?? null}::int)`;
}

/** Queues many jobs of one task, each not before its instant, in one round trip. */
export async function addJobs(
  tx: Sql,
  task: string,
  jobs: { payload: Record<string, unknown>; runAt: Date }[],
): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.add_job(${task}, j->'payload', run_at => (j->>'runAt')::timestamptz)
    FROM json_array_elements(${JSON.stringify(jobs)}::json) AS j`;
}
