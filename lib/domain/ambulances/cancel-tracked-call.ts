import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { refusal, takeStep } from "./change-ambulance-booking";
import { callLock } from "./internal/offer-call";
import { callSelect } from "./queries";
import { checkStep } from "./rules";
import type { TrackedCall } from "./schema";
import { getTrackedCall, getTrackedCallId } from "./get-tracked-call";

/**
 * Cancels a call by its tracking token, until the vehicle has arrived; repeating it is fine. Throws `not-found`,
 * `invalid-transition`.
 */
export async function cancelTrackedCall(token: string, now: Date = new Date()): Promise<TrackedCall> {
  const id = await getTrackedCallId(token, now);
  await inTransaction(
    SYSTEM_ACTOR,
    async (tx) => {
      const call = await tx.ambulanceBooking.findUniqueOrThrow({ where: { id }, select: callSelect });
      if (call.status === "CANCELLED") return;
      const verdict = checkStep(call.status, "CANCELLED", ["caller"], false);
      if (verdict !== "allowed") throw refusal(verdict, call.status, "CANCELLED");
      await takeStep(tx, SYSTEM_ACTOR, call, { to: "CANCELLED", byCaller: true }, now);
    },
    { locks: [callLock(id)] },
  );
  return getTrackedCall(token, now);
}
