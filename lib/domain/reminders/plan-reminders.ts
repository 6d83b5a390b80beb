import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { zoneOf } from "./internal/zone-of";
import { nextStepAt } from "./rules";
import { plansToMake, writePlans } from "./statements";

const BATCH = 500;

/**
 * Plans the next reminder of appointments that were confirmed or moved; for a timer, on any number of workers, of which
 * one has each plan. Returns how many were planned.
 */
export async function planReminders(now: Date = new Date()): Promise<number> {
  let count = 0;
  for (;;) {
    const planned = await planBatch(now);
    count += planned;
    if (planned < BATCH) return count;
  }
}

function planBatch(now: Date): Promise<number> {
  return inSqlTransaction(SYSTEM_ACTOR, async (tx) => {
    const plans = await plansToMake(tx, BATCH);
    if (plans.length === 0) return 0;
    const planned = plans.map((plan) => ({
      id: plan.id,
      nextAt: nextStepAt(plan, plan, zoneOf(plan.timeZone), now),
      minutesBefore: plan.minutesBefore,
      callsUnconfirmed: plan.callsUnconfirmed,
    }));
    await writePlans(tx, planned);
    return plans.length;
  });
}
