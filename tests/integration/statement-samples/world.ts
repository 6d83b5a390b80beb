import { createBed } from "../../support/factories";
import { createHouse, createStay } from "../beds-cast";

/** What the samples are about: rows that exist, so that statements return some and constraints hold. */
export async function createWorld() {
  const house = await createHouse();
  const { row: stay, patient } = await createStay(house, "ADMITTED");
  const { row: request } = await createStay(house, "REQUESTED");
  const bed = await createBed(house.hospital.id, { ward: house.ward });
  return {
    now: new Date(),
    hospitalId: house.hospital.id,
    wardId: house.ward.id,
    userId: house.manager.userId,
    patientId: patient.id,
    stay,
    request,
    occupiedBedId: stay.bedId!,
    bed,
  };
}

export type World = Awaited<ReturnType<typeof createWorld>>;
