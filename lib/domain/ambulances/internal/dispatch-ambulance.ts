import { recordNews } from "@/lib/domain/contacts/record-news";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { stampOf } from "@/lib/platform/life-cycle/life-cycle";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { arrangeBedIn } from "./arrange-bed";
import { callStepEvent } from "../events";
import { callSelect, type CallRow } from "../queries";
import { getAmbulanceIn, type AmbulanceRow } from "../queries-fleet";
import { canServe } from "../rules";
import { CALL_LIFE_CYCLE } from "../status";

/** Returns the lock under which a vehicle is dispatched, taken out of service or removed. */
export function vehicleLock(ambulanceId: string): string {
  return `ambulance:${ambulanceId}`;
}

/**
 * Dispatches a vehicle, in a transaction that holds the call's and the vehicle's lock: the first wins. The other
 * hospitals' offers close and their boards update. A requested bed is reserved in the same transaction.
 */
export async function dispatchAmbulance(
  tx: Tx,
  actor: Actor,
  call: CallRow,
  ambulanceId: string | undefined,
  now: Date,
): Promise<CallRow> {
  if (!ambulanceId)
    throw new AppError("invalid", "Choose a vehicle.", {
      fields: [{ path: "ambulanceId", message: "Required" }],
    });
  const vehicle = await getVehicleToSend(tx, actor, call, ambulanceId);
  await requireCanDispatch(tx, vehicle.hospitalId, call);
  const asked = call.offers.filter(({ status }) => status === "OPEN").map(({ hospitalId }) => hospitalId);
  const { hospitalId } = vehicle;
  await closeOffers(tx, call.id, hospitalId, now);
  const bedBookingId = await arrangeBedIn(tx, actor, { ...call, hospitalId }, now);
  await tx.ambulanceBooking.update({
    where: { id: call.id },
    data: {
      status: "DISPATCHED",
      hospitalId,
      ambulanceId,
      bedBookingId,
      ...stampOf(CALL_LIFE_CYCLE, "DISPATCHED", now),
      escalatesAt: null,
      nobodyLeftAt: null,
      version: { increment: 1 },
    },
    select: { id: true },
  });
  const row = await tx.ambulanceBooking.findUniqueOrThrow({ where: { id: call.id }, select: callSelect });
  const audit = {
    action: "ambulance-booking.dispatched",
    subject: "ambulance-booking",
    subjectId: row.id,
    patientId: row.patientId,
    hospitalId,
    details: { ambulanceId },
  };
  await recordNews(tx, actor, audit, [
    callStepEvent("DISPATCHED", row, [hospitalId, ...asked]),
    capacityChanged(hospitalId),
  ]);
  return row;
}

/** Returns a vehicle of the actor's hospital that can leave for this call now; throws what prevents it. */
export async function getVehicleToSend(
  tx: Tx,
  actor: Actor,
  call: Pick<CallRow, "kind">,
  ambulanceId: string,
): Promise<AmbulanceRow> {
  const vehicle = await getAmbulanceIn(tx, actor, ambulanceId);
  if (!canServe(vehicle.kind, call.kind)) {
    const message = "Isn't equipped for this call";
    throw new AppError("invalid", "This vehicle isn't equipped for this call.", {
      fields: [{ path: "ambulanceId", message }],
    });
  }
  if (vehicle.bookings.length > 0) throw ambulanceTaken();
  if (vehicle.state !== "IN_SERVICE") throw new AppError("invalid-transition", "This vehicle is out of service.");
  return vehicle;
}

/** The dispatching hospital's offer is answered; those of the others end. */
async function closeOffers(tx: Tx, bookingId: string, hospitalId: string, now: Date): Promise<void> {
  await tx.ambulanceOffer.updateMany({
    where: { bookingId, hospitalId },
    data: { status: "DISPATCHED", respondedAt: now },
  });
  await tx.ambulanceOffer.updateMany({
    where: { bookingId, status: "OPEN" },
    data: { status: "CLOSED", respondedAt: now },
  });
}

/**
 * Only a listed hospital dispatches, and one that requires a callback only after it, where the caller has no account.
 */
async function requireCanDispatch(tx: Tx, hospitalId: string, call: CallRow): Promise<void> {
  const hospital = await tx.hospital.findUniqueOrThrow({
    where: { id: hospitalId },
    select: { verification: true, verifiesCallers: true },
  });
  if (hospital.verification !== "VERIFIED")
    throw new AppError("forbidden", "Only verified hospitals can send vehicles.");
  if (hospital.verifiesCallers && call.requestedByUserId === null && call.verifiedAt === null) {
    throw new AppError("invalid-transition", "Ring the caller back and enter their code first.", {
      extra: { needs: "callback" },
    });
  }
}

/** The error for a vehicle that is already on a call. */
function ambulanceTaken(): AppError {
  return new AppError("ambulance-taken", "This ambulance is on another call. Choose another one.");
}
