import type { JobOptions } from "@/lib/platform/jobs/add-job";
import { TELL_TASK } from "../status";

/** Queues telling the patients of one disruption; a second one replaces the first. */
export function tellJob(disruptionId: string, runAt: Date): [string, Record<string, unknown>, JobOptions] {
  return [TELL_TASK, { disruptionId }, { runAt, jobKey: `${TELL_TASK}:${disruptionId}` }];
}
