import type { Tx } from "@/lib/platform/db/db";
import { currentRequest } from "@/lib/platform/log/request-context";
import { insertJob } from "./statements";

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
 * job is done; it must contain no tokens and nothing clinical. The ID of the request goes with it, for the job's log lines.
 */
export async function addJob(
  tx: Tx,
  task: string,
  payload: Record<string, unknown> = {},
  options: JobOptions = {},
): Promise<void> {
  const { runAt = null, jobKey = null, maxAttempts = null } = options;
  await insertJob(tx, {
    task,
    payload: JSON.stringify({ requestId: currentRequest()?.requestId, ...payload }),
    runAt,
    jobKey,
    maxAttempts,
  });
}
