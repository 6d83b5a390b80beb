import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { readChangedPhone } from "@/lib/platform/text/read-phone";
import { ambulanceEvent } from "./events";
import { canDispatch, canSetUpFleet } from "./policy";
import { ambulanceSelect, type AmbulanceRow } from "./queries-fleet";
import type { AddAmbulanceInput } from "./schema";

/**
 * Adds a vehicle to the fleet, in service and free. Throws `not-found` (another's hospital), `forbidden` (a
 * coordinator), `already-exists` (the registration).
 */
export function addAmbulance(actor: Actor, input: AddAmbulanceInput): Promise<AmbulanceRow> {
  return inTransaction(actor, async (tx) => {
    requireFleet(actor, input.hospitalId);
    const { latitude = null, longitude = null, ...said } = input;
    const crewPhone = await readCrewPhone(tx, input.hospitalId, input.crewPhone);
    const [created] = await tx.ambulance.createManyAndReturn({
      data: [{ id: uuidv7(), ...said, crewPhone, latitude, longitude }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!created) throw registrationTaken();
    return recordVehicle(tx, actor, created.id, "ambulance.added");
  });
}

/** Parses a crew's number; without a country code, as one of the hospital's country. */
export async function readCrewPhone(
  tx: Tx,
  hospitalId: string,
  typed: string,
  before: string | null = null,
): Promise<string> {
  const hospital = await tx.hospital.findUnique({ where: { id: hospitalId }, select: { country: true } });
  return readChangedPhone(typed, before, hospital?.country ?? null);
}

/** Throws `not-found` for other hospitals' staff, `forbidden` for its own who don't manage it. */
export function requireFleet(actor: Actor, hospitalId: string): void {
  if (!canDispatch(actor, hospitalId)) throw notFound();
  if (!canSetUpFleet(actor, hospitalId))
    throw new AppError("forbidden", "Only a manager of the hospital can change the fleet.");
}

/** The error for a registration that another of the hospital's vehicles has. */
export function registrationTaken(): AppError {
  return new AppError("already-exists", "The hospital already has a vehicle with this registration.", {
    fields: [{ path: "registration", message: "Belongs to another vehicle" }],
  });
}

/** Reads a vehicle that has just changed and records the change. */
export async function recordVehicle(
  tx: Tx,
  actor: Actor,
  id: string,
  type: Parameters<typeof ambulanceEvent>[0],
): Promise<AmbulanceRow> {
  const row = await tx.ambulance.findUniqueOrThrow({ where: { id }, select: ambulanceSelect });
  const audit = {
    action: type,
    subject: "ambulance",
    subjectId: id,
    hospitalId: row.hospitalId,
    details: { kind: row.kind, state: row.state },
  };
  await recordChange(tx, actor, audit, [ambulanceEvent(type, row), capacityChanged(row.hospitalId)]);
  return row;
}
