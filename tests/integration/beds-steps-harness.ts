import type { Actor } from "@/lib/actor/actor";
import { actorOf } from "../support/actors";
import { createAdmin, createBed, createDoctor, createPatient } from "../support/factories";
import { createHouse } from "./beds-cast";

/** `openHouse` sets these. */
export let house: Awaited<ReturnType<typeof createHouse>>;
export let strangers: Actor[];

/** Call it in beforeAll: a hospital with beds, and people who have nothing to do with it. */
export async function openHouse() {
  house = await createHouse();
  strangers = [
    await actorOf((await createPatient()).user),
    await actorOf((await createDoctor({ hospitalId: house.hospital.id })).user),
    (await createHouse()).manager,
    await actorOf(await createAdmin()),
  ];
}

export const freeBed = () => createBed(house.hospital.id, { ward: house.ward });
