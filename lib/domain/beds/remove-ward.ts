import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { bedEvent, wardEvent } from "./events";
import { requireManagedWard } from "./internal/require-managed-ward";

/**
 * Closes a ward for good, with its beds; past stays still refer to it. Only when none of its beds is occupied or
 * reserved: no bed can be claimed meanwhile, because all their locks are held. Throws `not-found`, `forbidden`,
 * `invalid-transition`, `version-mismatch` (also when a bed was added just now).
 */
export async function removeWard(
  actor: Actor,
  { id }: { id: string },
  expectedVersion?: ExpectedVersion,
): Promise<{ id: string }> {
  await requireManagedWard(db, actor, id);
  const standing = { wardId: id, removedAt: null };
  const known = (await db.bed.findMany({ where: standing, select: { id: true } })).map((bed) => bed.id);
  return inTransaction(
    actor,
    async (tx) => {
      const { hospitalId, version } = await requireManagedWard(tx, actor, id);
      requireVersion({ version }, expectedVersion);
      const now = new Date();
      const live = { status: "ADMITTED" as const };
      const kept = { status: "RESERVED" as const, reservedUntil: { gt: now } };
      if ((await tx.bedBooking.count({ where: { bed: standing, OR: [live, kept] } })) > 0) throw inUse();
      const removed = await tx.bed.updateManyAndReturn({
        where: standing,
        data: { removedAt: now, version: { increment: 1 } },
        select: { id: true, hospitalId: true },
      });
      // A bed added after the locks were chosen might be claimed right now.
      if (removed.some((bed) => !known.includes(bed.id))) throw versionMismatch();
      await tx.ward.update({
        where: { id },
        data: { removedAt: now, version: { increment: 1 } },
        select: { id: true },
      });
      const audit = {
        action: "ward.remove",
        subject: "ward",
        subjectId: id,
        hospitalId,
        details: { beds: removed.length },
      };
      const events = [
        wardEvent("ward.removed", { id, hospitalId }),
        ...removed.map((bed) => bedEvent("bed.removed", bed)),
      ];
      await recordChange(tx, actor, audit, [...events, capacityChanged(hospitalId)]);
      return { id };
    },
    { locks: [...known.map((bed) => `bed:${bed}`), `ward:${id}`] },
  );
}

function inUse(): AppError {
  return new AppError(
    "invalid-transition",
    "A bed of this ward is occupied or reserved. Transfer or discharge everyone first.",
  );
}
