import { recordNews } from "@/lib/domain/contacts/record-news";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { createPatientIn } from "@/lib/domain/patients/create-patient";
import { requireKnownPatient } from "@/lib/domain/patients/require-known-patient";
import { arrangeBedIn } from "./internal/arrange-bed";
import { callEvent } from "./events";
import { callLock } from "./internal/offer-call";
import { rolesFor } from "./policy";
import { callSelect, getCallIn, type CallRow } from "./queries";
import type { NamePatientInput } from "./schema";
import { takesVehicle } from "./status";

/**
 * Identifies the patient in the vehicle, by the hospital whose vehicle is on the call: someone known, or a new patient.
 * A requested bed is then reserved at once. This can't be changed, because a bed, and later a record, depend on it.
 * Throws `not-found`, `forbidden`, `invalid-transition`.
 */
export function namePatient(actor: Actor, input: NamePatientInput, now: Date = new Date()): Promise<CallRow> {
  return inTransaction(
    actor,
    async (tx) => {
      const call = await getCallIn(tx, actor, input.id);
      if (!rolesFor(actor, call).includes("sender"))
        throw new AppError("forbidden", "Only the hospital whose vehicle is on the call can identify the patient.");
      if (!takesVehicle(call.status))
        throw new AppError("invalid-transition", "The vehicle is no longer on this call.");
      if (call.patientId !== null)
        throw new AppError("invalid-transition", "This patient has already been identified.");
      const patientId = await patientOf(tx, actor, input);
      const bedBookingId = await arrangeBedIn(
        tx,
        actor,
        { ...call, hospitalId: call.hospitalId ?? "", patientId },
        now,
      );
      await tx.ambulanceBooking.update({
        where: { id: call.id },
        data: { patientId, bedBookingId, version: { increment: 1 } },
        select: { id: true },
      });
      const row = await tx.ambulanceBooking.findUniqueOrThrow({ where: { id: call.id }, select: callSelect });
      const audit = {
        action: "ambulance-booking.name-patient",
        subject: "ambulance-booking",
        subjectId: row.id,
        patientId,
        hospitalId: row.hospitalId,
      };
      await recordNews(tx, actor, audit, [
        callEvent("ambulance-booking.patient-named", row, row.hospitalId ? [row.hospitalId] : []),
      ]);
      return row;
    },
    { locks: [callLock(input.id)] },
  );
}

async function patientOf(tx: Tx, actor: Actor, { patientId, newPatient }: NamePatientInput): Promise<string> {
  if (newPatient) return (await createPatientIn(tx, actor, newPatient, "newPatient")).id;
  return requireKnownPatient(tx, { hospitalId: actor.hospitalId }, patientId ?? "");
}
