import type { Actor } from "@/lib/actor/actor";
import { createBed } from "../support/factories";
import { createHouse, createStrangers } from "./beds-cast";

/** `openHouse` sets these. */
export let house: Awaited<ReturnType<typeof createHouse>>;
export let strangers: Actor[];

/** Call it in beforeAll: a hospital with beds, and people who have nothing to do with it. */
export async function openHouse() {
  house = await createHouse();
  strangers = await createStrangers(house);
}

export const freeBed = () => createBed(house.hospital.id, { ward: house.ward });
