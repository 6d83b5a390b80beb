import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { toCallEvent } from "./events";
import { visibleTo } from "./policy";
import { toCallSelect, type ToCallRow } from "./queries";

/**
 * Marks a person as called: off the list of the desk and the doctor, with who did it and when. Repeating it is fine.
 * Throws `not-found`, `invalid-transition` (no longer needed), `version-mismatch`.
 */
export function markCalled(actor: Actor, id: string, expectedVersion?: ExpectedVersion): Promise<ToCallRow> {
  return inTransaction(actor, async (tx) => {
    const before = await tx.toCall.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: toCallSelect });
    if (!before) throw notFound();
    if (before.doneAt) return before;
    if (before.withdrawnAt)
      throw new AppError("invalid-transition", "This call is no longer needed: things have changed again.");
    const [row] = await tx.toCall.updateManyAndReturn({
      where: { id, doneAt: null, withdrawnAt: null, version: expectedVersion ?? before.version },
      data: { doneAt: new Date(), doneByUserId: actor.userId, version: { increment: 1 } },
      select: { id: true },
    });
    if (!row) throw versionMismatch();
    const { patientId, doctorId, hospitalId } = before;
    const audit = {
      action: "to-call.done",
      subject: "to-call",
      subjectId: id,
      patientId,
      doctorId,
      hospitalId,
      details: { reason: before.reason },
    };
    await recordChange(tx, actor, audit, [toCallEvent("to-call.done", before)]);
    return tx.toCall.findUniqueOrThrow({ where: { id }, select: toCallSelect });
  });
}
