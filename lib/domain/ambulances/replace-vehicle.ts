import { notifiedOf, recordNews } from "@/lib/domain/contacts/record-news";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { changeAmbulanceIn } from "./change-ambulance";
import { getVehicleToSend, vehicleLock } from "./internal/dispatch-ambulance";
import { callEvent } from "./events";
import { callLock } from "./internal/offer-call";
import { rolesFor } from "./policy";
import { callSelect, getCall, getCallIn, type CallRow, type ChangedCall } from "./queries";
import type { ReplaceVehicleInput } from "./schema";
import { canReplaceVehicle } from "./status";

/**
 * Replaces the vehicle of a call under way, when it has broken down or has to turn back, by another of the hospital's.
 * The call stays at its step; the caller sees the new crew's phone number. The first vehicle is free again, or out of
 * service with a reason, in the same transaction. The current vehicle is no change. Throws `not-found`, `forbidden`,
 * `invalid` (not equipped), `invalid-transition`, `ambulance-taken`, `version-mismatch`.
 */
export async function replaceVehicle(
  actor: Actor,
  id: string,
  input: ReplaceVehicleInput,
  expectedVersion?: ExpectedVersion,
  now: Date = new Date(),
): Promise<ChangedCall> {
  const { ambulanceId: leftId } = await getCall(actor, id);
  const locks = [callLock(id), vehicleLock(input.ambulanceId), ...(leftId ? [vehicleLock(leftId)] : [])];
  return inTransaction(
    actor,
    async (tx) => {
      const call = await getCallIn(tx, actor, id);
      if (!rolesFor(actor, call).includes("sender"))
        throw new AppError("forbidden", "Only the hospital whose vehicle is on the call can send another one.");
      if (!canReplaceVehicle(call.status))
        throw new AppError("invalid-transition", "No vehicle is on its way for this call.");
      if (call.ambulanceId === null || call.ambulanceId !== leftId) throw versionMismatch();
      requireVersion(call, expectedVersion);
      if (input.ambulanceId === call.ambulanceId) return unchanged(call, input);
      const vehicle = await getVehicleToSend(tx, actor, call, input.ambulanceId);
      await tx.ambulanceBooking.update({
        where: { id },
        data: { ambulanceId: vehicle.id, version: { increment: 1 } },
        select: { id: true },
      });
      const row = await recordReplaced(tx, actor, call, call.ambulanceId);
      const { outOfServiceReason: reason } = input;
      if (reason)
        await changeAmbulanceIn(tx, actor, call.ambulanceId, { state: "OUT_OF_SERVICE", reason }, undefined, now);
      return row;
    },
    { locks },
  );
}

/** The current vehicle: nothing changes, unless it is to be out of service as well. */
function unchanged(call: CallRow, { outOfServiceReason }: ReplaceVehicleInput): ChangedCall {
  if (outOfServiceReason === undefined) return { ...call, notified: null };
  throw new AppError("invalid", undefined, {
    fields: [{ path: "ambulanceId", message: "Is already on this call. Choose a replacement vehicle" }],
  });
}

async function recordReplaced(tx: Tx, actor: Actor, { id }: CallRow, leftId: string): Promise<ChangedCall> {
  const row = await tx.ambulanceBooking.findUniqueOrThrow({ where: { id }, select: callSelect });
  const hospitalId = row.hospitalId ?? "";
  const details = { from: leftId, ambulanceId: row.ambulanceId };
  const audit = {
    action: "ambulance-booking.replace-vehicle",
    subject: "ambulance-booking",
    subjectId: id,
    patientId: row.patientId,
    hospitalId,
    details,
  };
  const reaches = await recordNews(tx, actor, audit, [
    callEvent("ambulance-booking.vehicle-replaced", row, [hospitalId]),
    capacityChanged(hospitalId),
  ]);
  return { ...row, notified: notifiedOf(reaches) };
}
