import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { stampOf } from "@/lib/platform/life-cycle/life-cycle";
import { refuseStep } from "@/lib/platform/life-cycle/refuse-step";
import { notifiedOf, recordNews } from "@/lib/domain/contacts/record-news";
import { publiclyListed } from "@/lib/domain/doctors/policy";
import { openEncounter } from "@/lib/domain/records/open-encounter";
import { giveNumber } from "@/lib/domain/queues/give-number";
import { listQueueMoves } from "@/lib/domain/queues/queries";
import { isEncounterSigned } from "@/lib/domain/records/queries";
import { availabilityChanged } from "@/lib/domain/schedules/events";
import { STATUS_LABELS } from "./format";
import { statusEvent } from "./events";
import { storeText } from "./internal/store-text";
import { rolesFor } from "./policy";
import { getAppointmentIn, unsafeGetChanged, type AppointmentRow, type ChangedAppointment } from "./queries";
import { changeDeadline, checkStep, isPatientOnly, type StepVerdict } from "./rules";
import type { ChangeStatusInput } from "./schema";
import {
  APPOINTMENT_LIFE_CYCLE,
  isLive,
  type AppointmentStatus,
  type Condition,
  type RequestableStatus,
} from "./status";

/**
 * Takes an appointment one step further (docs/domain.md §3), by compare-and-swap on its version. A step to the current
 * status changes nothing. Throws `not-found`, `forbidden`, `invalid-transition`, `cancellation-notice`, `invalid` (a
 * reason is missing), `version-mismatch`.
 */
export function changeStatus(
  actor: Actor,
  id: string,
  input: ChangeStatusInput,
  expectedVersion?: ExpectedVersion,
): Promise<ChangedAppointment> {
  return inTransaction(actor, (tx) => changeStatusIn(tx, actor, id, input, expectedVersion));
}

/** Does the same in a transaction that does more, e.g. signing and completing at once. */
export async function changeStatusIn(
  tx: Tx,
  actor: Actor,
  id: string,
  input: ChangeStatusInput,
  expectedVersion?: ExpectedVersion,
): Promise<ChangedAppointment> {
  const now = new Date();
  const before = await getAppointmentIn(tx, actor, id);
  requireVersion(before, expectedVersion);
  if (changesNothing(input, before)) return { ...before, notified: null };
  const facts = {
    now,
    hasReason: input.reason !== undefined,
    isSigned: input.status === "COMPLETED" && (await isEncounterSigned(tx, id)),
    isListed: !NEEDS_LISTED.includes(input.status) || (await isListed(tx, before.doctorId)),
  };
  const verdict = checkStep(before, input.status, rolesFor(actor, before), facts);
  if (verdict !== "allowed") throw refusal(verdict, before, input.status);

  const changed = await tx.appointment.updateMany({
    where: { id, version: before.version, status: before.status },
    data: {
      ...stampOf(APPOINTMENT_LIFE_CYCLE, input.status, now),
      status: input.status,
      version: { increment: 1 },
    },
  });
  if (changed.count === 0) throw versionMismatch();
  await storeText(tx, id, "STATUS_REASON", statusReasonOf(input));
  if (input.status === "IN_PROGRESS") await openEncounter(tx, actor, before);
  const row = await unsafeGetChanged(tx, id);
  if (input.status === "CHECKED_IN") await giveNumber(tx, row, isPatientOnly(rolesFor(actor, row)) ? "PHONE" : "DESK");
  const frees = isLive(before.status) && !isLive(row.status) && row.status !== "COMPLETED";
  const audit = {
    action: `appointment.${input.status.toLowerCase().replace("_", "-")}`,
    subject: "appointment",
    subjectId: id,
    patientId: row.patientId,
    doctorId: row.doctorId,
    hospitalId: row.hospitalId,
    details: { from: before.status },
  };
  const reaches = await recordNews(tx, actor, audit, [
    statusEvent(row.status, row),
    ...(frees ? [availabilityChanged(row.doctorId)] : []),
    ...(await listQueueMoves(tx, id)),
  ]);
  return { ...row, notified: notifiedOf(reaches) };
}

/** A request for the current status succeeds without a change, unless it gives another reason. */
function changesNothing(input: ChangeStatusInput, before: AppointmentRow): boolean {
  const statusReason = statusReasonOf(input);
  return input.status === before.status && (statusReason === undefined || statusReason === before.statusReason);
}

const NEEDS_LISTED: RequestableStatus[] = ["CONFIRMED", "IN_PROGRESS"];

async function isListed(tx: Tx, doctorId: string): Promise<boolean> {
  return (await tx.doctor.count({ where: { id: doctorId, ...publiclyListed } })) > 0;
}

function statusReasonOf({ status, reason }: ChangeStatusInput): string | undefined {
  return status === "DECLINED" || status === "CANCELLED" ? reason : undefined;
}

function refusal(verdict: Exclude<StepVerdict, "allowed">, before: AppointmentRow, to: RequestableStatus): AppError {
  const step = { thing: "An appointment", from: before.status, to, labels: STATUS_LABELS };
  return refuseStep<AppointmentStatus, Condition>(verdict, step, (condition) => {
    switch (condition) {
      case "notice":
        return new AppError("cancellation-notice", "It's too late to cancel this online. Please call the practice.", {
          extra: { deadline: changeDeadline(before).toISOString() },
        });
      case "near-start":
        return new AppError("invalid-transition", "Check-in opens 60 minutes before the appointment.");
      case "that-day":
        return new AppError(
          "invalid-transition",
          "Check-in opens 12 hours before the appointment. If the patient is here now, reschedule it first.",
        );
      case "started":
        return new AppError("invalid-transition", "This is possible only once the appointment's time has come.");
      case "signed":
        return new AppError("invalid-transition", "Sign the notes first.");
      case "listed":
        return new AppError(
          "invalid-transition",
          "This doctor's profile isn't verified, so new appointments can't be confirmed or started.",
        );
    }
  });
}
