import type { Tx } from "@/lib/platform/db/db";
import { addJob } from "@/lib/platform/jobs/add-job";
import { TEND_TASK } from "../status";

/** What a closing waits for, one job each: to begin, to tell the patients, to end. */
export type Moment = "begin" | "tell" | "end";

/** Queues one of them; a later one of the same kind replaces it. */
export function queueTending(tx: Tx, closureId: string, moment: Moment, runAt: Date): Promise<void> {
  return addJob(tx, TEND_TASK, { closureId }, { runAt, jobKey: `${TEND_TASK}:${closureId}:${moment}` });
}
