import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { planAgain } from "./statements";

export const REPLAN_TASK = "replan-reminders";

const BATCH = 500;

/**
 * Marks the upcoming appointments of a doctor or a hospital for planning again after their rule has changed, some hundreds at a
 * time; a job that is cut off goes on with those that are left. Returns how many.
 */
export async function replanReminders(owner: { doctorId: string | null; hospitalId: string | null }): Promise<number> {
  let count = 0;
  for (;;) {
    const changed = await inSqlTransaction(SYSTEM_ACTOR, (tx) => planAgain(tx, owner, BATCH));
    count += changed;
    if (changed === 0) return count;
  }
}
