import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import type { Tx } from "@/lib/platform/db/db";
import { changedFields } from "@/lib/platform/db/changed-fields";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { allergyEvent } from "./events";
import { changedBy, leaveTrace, lockOf } from "./internal/leave-trace";
import { listSubstances } from "./internal/list-substances";
import { getOwner } from "./internal/require-kept";
import { requireNew } from "./internal/require-room";
import { toAllergy } from "./internal/to-background";
import { keptBy } from "./policy";
import { allergySelect } from "./internal/rows";
import { listVersions } from "./queries";
import type { Allergy, ChangeAllergyInput } from "./schema";

/**
 * Changes an allergy's entry; what it was stays in its history. Missing or unchanged values stay. Throws `not-found`,
 * `invalid-transition` for one entered in error, `already-exists`, `version-mismatch`.
 */
export async function changeAllergy(
  actor: Actor,
  id: string,
  input: ChangeAllergyInput,
  expectedVersion?: ExpectedVersion,
): Promise<Allergy> {
  const where = { id, patient: keptBy(actor) };
  const patientId = await getOwner(actor, (tx) => tx.allergy.findFirst({ where, select: { patientId: true } }));
  const change = async (tx: Tx) => {
    const before = await tx.allergy.findFirst({ where, select: allergySelect });
    if (!before) throw notFound();
    requireVersion(before, expectedVersion);
    const changed = changedFields(before, input);
    if (!changed) return toAllergy(actor, before, await listVersions(tx, patientId, [before]));
    if (before.status === "ENTERED_IN_ERROR") throw new AppError("invalid-transition", "It was entered in error.");
    const { substance, status } = { ...before, ...input };
    if (status === "ACTIVE") requireNew(await listSubstances(tx, patientId), substance, "substance", id);
    const [row] = await tx.allergy.updateManyAndReturn({
      where: { id, version: before.version },
      data: { ...changed, ...changedBy(actor, patientId), version: { increment: 1 } },
      select: allergySelect,
    });
    if (!row) throw versionMismatch();
    const audit = { action: "allergy.change", subject: "allergy", subjectId: id, patientId };
    await leaveTrace(tx, actor, audit, (concerned) => allergyEvent("allergy.changed", id, concerned));
    return toAllergy(actor, row, await listVersions(tx, patientId, [row]));
  };
  return inTransaction(actor, change, { locks: [lockOf(patientId)] });
}
