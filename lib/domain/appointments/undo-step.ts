import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { isConflict } from "@/lib/platform/db/driver-error";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import type { UndoVerdict } from "@/lib/platform/life-cycle/life-cycle";
import { recordNews } from "@/lib/domain/contacts/record-news";
import { listQueueMoves } from "@/lib/domain/queues/queries";
import { isEncounterSigned } from "@/lib/domain/records/queries";
import { availabilityChanged } from "@/lib/domain/schedules/events";
import { undoneEvent } from "./events";
import { STATUS_LABELS } from "./format";
import { rolesFor } from "./policy";
import { getAppointmentIn, unsafeGetChanged, type AppointmentRow } from "./queries";
import { checkUndo, stateBefore, steppedAt, undoableStamp } from "./rules/undo";
import { isLive, UNDO_MINUTES, type AppointmentStatus } from "./status";

/**
 * Undoes the last step: a check-in, a start, "Missed", "Left without being seen". Restores the visit and keeps notes
 * that were begun. Compare-and-swap on the version. Throws `not-found`, `forbidden`, `invalid-transition` (nothing to
 * undo, or too late), `slot-taken` (its time is someone else's by now), `version-mismatch`.
 */
export async function undoStep(actor: Actor, id: string, expectedVersion?: ExpectedVersion): Promise<AppointmentRow> {
  try {
    return await inTransaction(actor, (tx) => undo(tx, actor, id, expectedVersion));
  } catch (error) {
    if (!isConflict(error)) throw error;
    throw new AppError("slot-taken", "Its time has since been booked by someone else.");
  }
}

async function undo(tx: Tx, actor: Actor, id: string, expectedVersion: ExpectedVersion): Promise<AppointmentRow> {
  const before = await getAppointmentIn(tx, actor, id);
  requireVersion(before, expectedVersion);
  const stamps = await tx.appointment.findUniqueOrThrow({
    where: { id },
    select: { checkedInAt: true, startedAt: true, endedAt: true },
  });
  const verdict = checkUndo(before.status, steppedAt(before.status, stamps), rolesFor(actor, before), new Date());
  if (verdict === "not-your-step") throw new AppError("forbidden", "You can't undo this step.");
  if (before.status === "IN_PROGRESS" && (await isEncounterSigned(tx, id))) throw refusal("signed", before.status);
  const stamp = undoableStamp(before.status);
  const to = stateBefore(before.status, stamps.checkedInAt);
  if (verdict !== "allowed" || !to) throw refusal(verdict, before.status);

  const changed = await tx.appointment.updateMany({
    where: { id, version: before.version, status: before.status },
    data: { ...(stamp && { [stamp]: null }), status: to, version: { increment: 1 } },
  });
  if (changed.count === 0) throw versionMismatch();
  const row = await unsafeGetChanged(tx, id);
  const audit = {
    action: `appointment.undo-${before.status.toLowerCase().replace("_", "-")}`,
    subject: "appointment",
    subjectId: id,
    patientId: row.patientId,
    doctorId: row.doctorId,
    hospitalId: row.hospitalId,
    details: { from: before.status, to },
  };
  const takesTime = !isLive(before.status);
  await recordNews(tx, actor, audit, [
    undoneEvent(before.status, row),
    ...(takesTime ? [availabilityChanged(row.doctorId)] : []),
    ...(await listQueueMoves(tx, id)),
  ]);
  return row;
}

function refusal(verdict: UndoVerdict | "signed", status: AppointmentStatus): AppError {
  if (verdict === "signed")
    return new AppError("invalid-transition", "Its notes are signed, so this can't be undone.", {
      extra: { from: status },
    });
  if (verdict === "too-late")
    return new AppError("invalid-transition", `This could only be undone for ${UNDO_MINUTES} minutes.`, {
      extra: { from: status },
    });
  return new AppError(
    "invalid-transition",
    `An appointment that is ${STATUS_LABELS[status].toLowerCase()} has no step to undo.`,
    {
      extra: { from: status },
    },
  );
}
