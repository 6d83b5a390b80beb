import type { Actor } from "@/lib/platform/auth/actor";
import { changedFields } from "@/lib/platform/db/changed-fields";
import { inTransaction } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { recordChange } from "@/lib/platform/events/record";
import { hospitalChanged } from "./events";
import { requireManaged } from "./load-own-hospital";
import type { HospitalForm } from "./schema";

/**
 * Changes what a hospital says of itself; its public page follows at once. The time zone is not among it: every
 * doctor's hours at the place hang on it. What is so already is no change. Throws `not-found`, `forbidden` (a coordinator), `version-mismatch`.
 */
export function updateHospital(actor: Actor, { id, version, ...said }: HospitalForm): Promise<{ version: number }> {
  return inTransaction(actor, async (tx) => {
    await requireManaged(tx, actor, id);
    const before = await tx.hospital.findUniqueOrThrow({ where: { id }, select: saidSelect });
    if (version !== before.version) throw changedMeanwhile();
    const changed = changedFields(before, { ...said, description: said.description ?? "" });
    if (!changed) return { version };
    const [row] = await tx.hospital.updateManyAndReturn({
      where: { id, version },
      data: { ...changed, version: { increment: 1 } },
      select: { version: true },
    });
    if (!row) throw changedMeanwhile();
    const audit = { action: "hospital.update", subject: "hospital", subjectId: id, hospitalId: id };
    await recordChange(tx, actor, audit, [hospitalChanged(id)]);
    return row;
  });
}

const saidSelect = {
  version: true,
  name: true,
  description: true,
  address: true,
  city: true,
  country: true,
  phone: true,
  latitude: true,
  longitude: true,
  verifiesCallers: true,
} as const;

function changedMeanwhile(): AppError {
  return new AppError("version-mismatch", "Somebody else has changed the hospital's profile meanwhile.");
}
