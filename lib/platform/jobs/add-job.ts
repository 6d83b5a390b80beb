import type { Tx } from "@/lib/platform/db/db";

export type JobOptions = {
  /** Not before this instant; at once unless given. */
  runAt?: Date;
  /** One waiting job per key: a second one replaces the first. */
  jobKey?: string;
  /** How often a failing job is tried, with growing pauses; 25 unless given. */
  maxAttempts?: number;
};

/**
 * Queues a job inside a transaction: it starts when that commits, and never if it does not.
 * `payload` is kept in the database until the job is done; no tokens and nothing clinical belong in it.
 */
export async function addJob(tx: Tx, task: string, payload: Record<string, unknown> = {}, options: JobOptions = {}): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json,
    run_at => ${options.runAt ?? null}::timestamptz, job_key => ${options.jobKey ?? null}::text,
    max_attempts => ${options.maxAttempts ?? null}::int)`;
}

/** Queues one job of a task for each payload, in one round trip. */
export async function addJobs(tx: Tx, task: string, payloads: Record<string, unknown>[]): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.add_job(${task}, p) FROM json_array_elements(${JSON.stringify(payloads)}::json) AS p`;
}
