import { sqlState } from "@/lib/platform/db/driver-error";
import { LOCK_NUMBERS } from "@/lib/platform/db/lock-numbers";
import { sql, type Sql } from "@/lib/platform/db/sql";
import { addMonths } from "./statements";

/** So many months without a worker, and every table still has its part. */
const MONTHS_AHEAD = 3;
const LOCK_NOT_AVAILABLE = "55P03";

/**
 * Makes the parts for the months to come of every table that is kept by month; for a job. Until there is one, rows go to the
 * table's rest: no insert ever fails. Where a long transaction is in the way, the next round tries again. Returns how many.
 */
export async function makeMonths(client: Sql = sql): Promise<number> {
  try {
    const [row] = await addMonths(client, LOCK_NUMBERS.months, MONTHS_AHEAD);
    return row?.made ?? 0;
  } catch (error) {
    if (sqlState(error) === LOCK_NOT_AVAILABLE) return 0;
    throw error;
  }
}
