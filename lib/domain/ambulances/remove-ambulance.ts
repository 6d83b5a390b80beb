import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { recordVehicle, requireFleet } from "./add-ambulance";
import { onCall } from "./change-ambulance";
import { vehicleLock } from "./internal/dispatch-ambulance";
import { getAmbulanceIn } from "./queries-fleet";

/**
 * Removes a vehicle from the fleet for good; its past calls keep it. Throws `not-found`, `forbidden` (a coordinator),
 * `ambulance-taken` while it is on a call, `version-mismatch`.
 */
export function removeAmbulance(
  actor: Actor,
  id: string,
  expectedVersion?: ExpectedVersion,
  now: Date = new Date(),
): Promise<void> {
  return inTransaction(
    actor,
    async (tx) => {
      const before = await getAmbulanceIn(tx, actor, id);
      requireFleet(actor, before.hospitalId);
      if (before.bookings.length > 0) throw onCall();
      const { count } = await tx.ambulance.updateMany({
        where: { id, removedAt: null, version: expectedVersion ?? before.version },
        data: { removedAt: now, version: { increment: 1 } },
      });
      if (count === 0) throw versionMismatch();
      await recordVehicle(tx, actor, id, "ambulance.removed");
    },
    { locks: [vehicleLock(id)] },
  );
}
