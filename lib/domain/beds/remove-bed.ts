import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { bedEvent } from "./events";
import { managersOnly } from "./internal/require-managed-ward";
import { getBedIn } from "./list-beds";
import { lockBeds } from "./internal/lock-beds";
import { canSetUpBeds } from "./policy";

/**
 * Removes a bed; past stays still refer to it. Only when it is neither occupied nor reserved. Throws `not-found`,
 * `forbidden` (a coordinator), `invalid-transition`, `version-mismatch`.
 */
export function removeBed(
  actor: Actor,
  { id }: { id: string },
  expectedVersion?: ExpectedVersion,
): Promise<{ id: string }> {
  return inTransaction(actor, async (tx) => {
    const { hospitalId } = await getBedIn(tx, actor, id);
    if (!canSetUpBeds(actor, hospitalId)) throw managersOnly();
    const now = await lockBeds(tx, { bedIds: [id] });
    const before = await getBedIn(tx, actor, id);
    requireVersion(before, expectedVersion);
    if (before.condition === "OCCUPIED" || before.isReserved) {
      throw new AppError("invalid-transition", "The bed is occupied or reserved, so it can't be removed.", {
        extra: { condition: before.condition },
      });
    }
    const removed = await tx.bed.updateMany({
      where: { id, version: before.version, removedAt: null },
      data: { removedAt: now, version: { increment: 1 } },
    });
    if (removed.count === 0) throw versionMismatch();
    const audit = { action: "bed.remove", subject: "bed", subjectId: id, hospitalId };
    await recordChange(tx, actor, audit, [bedEvent("bed.removed", { id, hospitalId }), capacityChanged(hospitalId)]);
    return { id };
  });
}
