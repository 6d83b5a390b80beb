import type { Actor } from "@/lib/actor/actor";
import { getHospitalPage } from "@/lib/domain/analytics/queries";
import { closeWard } from "@/lib/domain/ward-closures/close-ward";
import { closeWardInput } from "@/lib/domain/ward-closures/schema";
import { db } from "@/lib/platform/db/db";
import { createBed } from "../support/factories";
import { createHouse, createStay, inHours, times } from "./beds-cast";

export type House = Awaited<ReturnType<typeof createHouse>>;

/** A hospital with so many ready beds in its ward. */
export async function houseWith(count: number) {
  const house = await createHouse();
  const beds = await times(count, () => createBed(house.hospital.id, { ward: house.ward }));
  return { ...house, beds };
}

type Closing = { bedIds?: string[]; startsAt?: Date; endsAt?: Date | null; reason?: "CLEANING" | "WORKS" };

export const closing = (house: House, { startsAt, endsAt, reason = "CLEANING", ...over }: Closing = {}) =>
  closeWardInput.parse({
    hospitalId: house.hospital.id,
    wardId: house.ward.id,
    reason,
    ...over,
    ...(startsAt ? { startsAt: startsAt.toISOString() } : {}),
    ...(endsAt ? { endsAt: endsAt.toISOString() } : {}),
  });

export const close = (house: House, over: Closing = {}, actor: Actor = house.coordinator) =>
  closeWard(actor, closing(house, over));

/** How many beds everyone reads as free. */
export async function freeBeds({ hospital }: House): Promise<number> {
  const { capacity } = await getHospitalPage({ id: hospital.id });
  return capacity.beds.reduce((sum, { free }) => sum + free, 0);
}

/** A reservation of a bed, for someone with an account or with a phone number alone. */
export async function reservationIn(house: House, bedId: string, reach: "account" | "phone" = "account", hours = 2) {
  const period = { startsAt: inHours(hours), reservedUntil: inHours(hours + 4) };
  if (reach === "account") return (await createStay(house, "RESERVED", { bedId, ...period })).row;
  const patient = await db.patient.create({ data: { name: "Written Down", phone: "+493012345678" } });
  return (await createStay(house, "RESERVED", { bedId, patientId: patient.id, requestedByUserId: null, ...period }))
    .row;
}

/** Lets the two minutes pass. */
export async function minutesPass(closureId: string): Promise<void> {
  await db.wardClosure.update({
    where: { id: closureId },
    data: { tellAt: new Date(Date.now() - 1_000), version: { increment: 1 } },
  });
}
