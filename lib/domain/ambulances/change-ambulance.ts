import { recordNews } from "@/lib/domain/contacts/record-news";
import type { Actor } from "@/lib/actor/actor";
import { changedFields } from "@/lib/platform/db/changed-fields";
import type { Prisma, Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { readCrewPhone, recordVehicle, registrationTaken, requireFleet } from "./add-ambulance";
import { callEvent } from "./events";
import { vehicleLock } from "./internal/dispatch-ambulance";
import { vehicleWithRegistration } from "./statements";
import { callSelect } from "./queries";
import { getAmbulanceIn, type AmbulanceRow } from "./queries-fleet";
import type { ChangeAmbulanceInput } from "./schema";

/**
 * Changes a vehicle. Any of the hospital's staff may change its crew's phone number, its location, and take it in or
 * out of service (with a reason); a manager its registration and kind. Service and kind are fixed while it is on a
 * call. Unchanged values are no change. Throws `not-found`, `forbidden`, `invalid` (the reason), `already-exists`,
 * `ambulance-taken`, `version-mismatch`.
 */
export function changeAmbulance(
  actor: Actor,
  id: string,
  input: ChangeAmbulanceInput,
  expectedVersion?: ExpectedVersion,
  now: Date = new Date(),
): Promise<AmbulanceRow> {
  return inTransaction(actor, (tx) => changeAmbulanceIn(tx, actor, id, input, expectedVersion, now), {
    locks: [vehicleLock(id)],
  });
}

/** Does the same in a transaction that holds the vehicle's lock and does more. */
export async function changeAmbulanceIn(
  tx: Tx,
  actor: Actor,
  id: string,
  typed: ChangeAmbulanceInput,
  expectedVersion: ExpectedVersion,
  now: Date,
): Promise<AmbulanceRow> {
  const before = await getAmbulanceIn(tx, actor, id);
  const input =
    typed.crewPhone === undefined
      ? typed
      : { ...typed, crewPhone: await readCrewPhone(tx, before.hospitalId, typed.crewPhone, before.crewPhone) };
  if (input.registration !== undefined || input.kind !== undefined) requireFleet(actor, before.hospitalId);
  requireVersion(before, expectedVersion);
  if (changesNothing(before, input)) return before;
  const leaves = input.state === "OUT_OF_SERVICE" && before.state !== "OUT_OF_SERVICE";
  if (input.state === "OUT_OF_SERVICE" && !input.reason) {
    throw new AppError("invalid", "Enter why it is out of service.", {
      fields: [{ path: "reason", message: "Required" }],
    });
  }
  const becomesAnother = input.kind !== undefined && input.kind !== before.kind;
  if (before.bookings.length > 0 && (leaves || becomesAnother)) throw onCall();
  await requireFreeRegistration(tx, before, input.registration);
  const { count } = await tx.ambulance.updateMany({
    where: { id, removedAt: null, version: before.version },
    data: { ...columnsOf(before, input, now), version: { increment: 1 } },
  });
  if (count === 0) throw versionMismatch();
  const callId = before.bookings[0]?.id;
  if (callId && input.crewPhone !== undefined && input.crewPhone !== before.crewPhone)
    await notifyCaller(tx, actor, callId);
  return recordVehicle(tx, actor, id, "ambulance.changed");
}

/** Tells whether nothing would change. */
function changesNothing(before: AmbulanceRow, { reason, ...said }: ChangeAmbulanceInput): boolean {
  return changedFields(before, { ...said, stateReason: said.state === "OUT_OF_SERVICE" ? reason : undefined }) === null;
}

/** The caller waiting for this vehicle sees its crew's phone number. */
async function notifyCaller(tx: Tx, actor: Actor, callId: string): Promise<void> {
  await tx.ambulanceBooking.update({
    where: { id: callId },
    data: { version: { increment: 1 } },
    select: { id: true },
  });
  const call = await tx.ambulanceBooking.findUniqueOrThrow({ where: { id: callId }, select: callSelect });
  await recordNews(tx, actor, null, [callEvent("ambulance-booking.crew-changed", call, [])]);
}

/** The error for what a vehicle can't do during a call. */
export function onCall(): AppError {
  return new AppError("ambulance-taken", "This vehicle is on a call. Complete or cancel that first.");
}

async function requireFreeRegistration(tx: Tx, before: AmbulanceRow, registration: string | undefined): Promise<void> {
  if (registration === undefined) return;
  const [other] = await vehicleWithRegistration(tx, before.hospitalId, registration, before.id);
  if (other) throw registrationTaken();
}

function columnsOf(
  before: AmbulanceRow,
  { state, reason, ...said }: ChangeAmbulanceInput,
  now: Date,
): Prisma.AmbulanceUpdateManyMutationInput {
  if (state === undefined) return said;
  const isNew = state !== before.state;
  return {
    ...said,
    state,
    stateReason: state === "OUT_OF_SERVICE" ? (reason ?? null) : null,
    ...(isNew ? { stateChangedAt: now } : {}),
  };
}
