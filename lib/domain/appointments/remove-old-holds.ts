import { sql } from "@/lib/platform/db/sql";
import { removeInBatches } from "@/lib/platform/jobs/in-batches";
import { deleteOldHolds } from "./statements/appointments";

/** Longer than any quota counts the holds someone has made. */
const KEPT_DAYS = 7;

/** Removes holds that ended a week ago; for a job. The audit trail still has each. Returns how many. */
export function removeOldHolds(): Promise<number> {
  return removeInBatches((limit) => deleteOldHolds(sql, KEPT_DAYS, limit));
}
