import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { writableBy } from "@/lib/domain/records/policy";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { prescriptionWithdrawn } from "./events";
import { issueDocument } from "./internal/issue-document";
import { printableBy } from "./policy";
import type { WithdrawInput } from "./schema";

/**
 * Withdraws the prescription of a signed visit, for good: its code is no longer valid, its medicines are no longer counted as
 * taken, and the patient is notified. For the doctor who prescribed. Throws `not-found`, or `invalid-transition` when it
 * is withdrawn already.
 */
export function withdrawPrescription(actor: Actor, { appointmentId, reason }: WithdrawInput): Promise<void> {
  return inTransaction(actor, async (tx) => {
    const row = await tx.encounter.findFirst({
      where: { AND: [{ appointmentId }, printableBy(actor), writableBy(actor)] },
      select: { id: true, appointmentId: true, patientId: true, doctorId: true },
    });
    if (!row) throw notFound();
    await issueDocument(tx, row);
    const { count } = await tx.prescriptionDocument.updateMany({
      where: { encounterId: row.id, withdrawnAt: null },
      data: { withdrawnAt: new Date(), withdrawnReason: reason },
    });
    if (count === 0) throw new AppError("invalid-transition", "This prescription is already withdrawn.");
    const audit = {
      action: "prescription.withdraw",
      subject: "encounter",
      subjectId: row.id,
      patientId: row.patientId,
      doctorId: row.doctorId,
    };
    await recordChange(tx, actor, audit, [prescriptionWithdrawn(row)]);
  });
}
