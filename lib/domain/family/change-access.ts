import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { requireVersion } from "@/lib/platform/errors/expected-version";
import { accessEvent } from "./events";
import { endOfDay } from "@/lib/domain/patients/end-of-day";
import {
  familyLock,
  isLasting,
  requireAccess,
  requireAnotherHolder,
  requireManaged,
  type Held,
} from "./internal/require-access";
import { toAccess } from "./list-access";
import { canRule } from "./policy";
import type { changeAccessInput, FamilyAccess } from "./schema";
import { holdersOf } from "./statements";

type Input = z.output<typeof changeAccessInput>;

/**
 * Changes what someone's access covers and its last day, effective from the next request. A person of age renews by it
 * what their birthday has ended. Throws `not-found`, `forbidden`, `invalid` (the last day), `last-access`,
 * `version-mismatch`.
 */
export function changeAccess(actor: Actor, input: Input): Promise<FamilyAccess> {
  const { patientId, id } = input;
  return inTransaction(
    actor,
    async (tx) => {
      const held = await requireManaged(tx, actor, patientId);
      const before = await requireAccess(tx, patientId, id);
      if (!canRule(held, before)) throw new AppError("forbidden", "This access can't be changed.");
      requireVersion(before, input.version);
      const after = {
        scope: input.scope ?? before.scope,
        expiresAt: input.endsOn === undefined ? before.expiresAt : endOfDay(actor, input.endsOn, new Date()),
        // What a parent changes, a parent gives.
        untilMajority: !isRenewal(held) && (before.untilMajority || held.relation !== "SELF"),
      };
      if (isSame(before, after)) return readAccess(tx, actor, patientId, before.userId);
      if (isLasting(before) && !isLasting(after)) await requireAnotherHolder(tx, held, patientId, id);
      await tx.patientAccess.update({
        where: { id },
        data: { ...after, ...(isRenewal(held) ? { grantedById: actor.userId } : {}), version: { increment: 1 } },
        select: { id: true },
      });
      const details = { userId: before.userId, from: before.scope, to: after.scope };
      const audit = { action: "patient-access.change", subject: "patient-access", subjectId: id, patientId, details };
      await recordChange(tx, actor, audit, [accessEvent("patient-access.changed", before)]);
      return readAccess(tx, actor, patientId, before.userId);
    },
    { locks: [familyLock(patientId)] },
  );
}

type Kept = { scope: string; expiresAt: Date | null; untilMajority: boolean };

function isSame(before: Kept, after: Kept): boolean {
  return (
    before.scope === after.scope &&
    before.expiresAt?.getTime() === after.expiresAt?.getTime() &&
    before.untilMajority === after.untilMajority
  );
}

/** What a person of age grants themselves doesn't end with the majority. */
function isRenewal({ relation, isOfAge }: Held): boolean {
  return relation === "SELF" && isOfAge;
}

async function readAccess(tx: Tx, actor: Actor, patientId: string, userId: string): Promise<FamilyAccess> {
  const [row] = await holdersOf(tx, { patientIds: [patientId], onlyUserId: userId, after: null, take: 1 });
  if (!row) throw notFound();
  return toAccess(actor, row);
}
