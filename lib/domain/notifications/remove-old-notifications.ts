import { sql } from "@/lib/platform/db/sql";
import { removeInBatches } from "@/lib/platform/jobs/in-batches";
import { KEPT_DAYS } from "./rules";
import { deleteOldNotifications } from "./statements";

/** Removes notices of two years ago; for a job. What they were about is where it was. Returns how many. */
export function removeOldNotifications(): Promise<number> {
  return removeInBatches((limit) => deleteOldNotifications(sql, KEPT_DAYS, limit));
}
