import { recordNews } from "@/lib/domain/contacts/record-news";
import { hospitalChanged } from "@/lib/domain/hospitals/events";
import type { Actor } from "@/lib/actor/actor";
import { changedFields } from "@/lib/platform/db/changed-fields";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { affiliationEvent } from "./events";
import { requireDepartment } from "./invite-doctor";
import { sidesOf } from "./policy";
import { getAffiliationIn, type AffiliationRow } from "./queries";
import type { DepartmentInput } from "./schema";

/**
 * Assigns a doctor to a department, or to none. The current department is no change. Throws `not-found`, `forbidden`,
 * `invalid` (another hospital's department), `invalid-transition` (the doctor has left), `version-mismatch`.
 */
export function assignDepartment(
  actor: Actor,
  id: string,
  { departmentId }: DepartmentInput,
  expectedVersion?: ExpectedVersion,
): Promise<AffiliationRow> {
  return inTransaction(actor, async (tx) => {
    const before = await getAffiliationIn(tx, actor, id);
    if (!sidesOf(actor, before).includes("hospital"))
      throw new AppError("forbidden", "Only a manager of the hospital can do this.");
    requireVersion(before, expectedVersion);
    if (!changedFields(before, { departmentId })) return before;
    if (before.status === "ENDED") throw new AppError("invalid-transition", "The doctor has left the hospital.");
    await requireDepartment(tx, before.hospitalId, departmentId);
    const { count } = await tx.affiliation.updateMany({
      where: { id, version: before.version, status: { not: "ENDED" } },
      data: { departmentId, version: { increment: 1 } },
    });
    if (count === 0) throw versionMismatch();
    const { doctorId, hospitalId } = before;
    const audit = {
      action: "affiliation.assign-department",
      subject: "affiliation",
      subjectId: id,
      doctorId,
      hospitalId,
      details: { departmentId },
    };
    await recordNews(tx, actor, audit, [affiliationEvent("affiliation.changed", before), hospitalChanged(hospitalId)]);
    return getAffiliationIn(tx, actor, id);
  });
}
