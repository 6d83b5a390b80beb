import { changeAmbulanceBooking } from "@/lib/domain/ambulances/change-ambulance-booking";
import { requestAmbulance } from "@/lib/domain/ambulances/request-ambulance";
import type { CallInput } from "@/lib/domain/ambulances/schema";
import type { AmbulanceBookingStatus, RequestableBookingStatus } from "@/lib/domain/ambulances/status";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { actorOf } from "../support/actors";
import { createAmbulance, createHospital, createStaff } from "../support/factories";
export { codeOf, outcome } from "../support/outcome";

export type Place = { latitude: number; longitude: number };

let regions = 0;
/** A separate place for each test, out of reach of all others. */
export function region(): Place {
  const n = regions++;
  return { latitude: -60 + 5 * Math.floor(n / 60), longitude: -175 + 5 * (n % 60) };
}

/** So many kilometres north of a place. */
export const north = ({ latitude, longitude }: Place, km: number): Place => ({
  latitude: latitude + km / 111.32,
  longitude,
});

/** A listed hospital with a coordinator and vehicles. */
export async function hospitalAt(
  place: Place,
  vehicles = 1,
  over: Parameters<typeof createAmbulance>[1] = {},
  hospitalOver: Parameters<typeof createHospital>[0] = {},
) {
  const hospital = await createHospital({ ...place, phone: "+49 30 5550199", ...hospitalOver });
  const { user } = await createStaff(hospital.id, "COORDINATOR");
  const fleet = [];
  for (let i = 0; i < vehicles; i++) fleet.push(await createAmbulance(hospital.id, over));
  return { hospital, user, actor: await actorOf(user), fleet };
}
export type At = Awaited<ReturnType<typeof hospitalAt>>;

/** Three hospitals with one vehicle each, near enough to be asked one after another. */
export async function threeHospitals(place: Place = region()) {
  return {
    place,
    near: await hospitalAt(north(place, 1)),
    middle: await hospitalAt(north(place, 10)),
    far: await hospitalAt(north(place, 50)),
  };
}

export const CALLER = { name: "Wanda Unheard", phone: "+49 170 5551234" };

export const callAt = (place: Place, over: Partial<CallInput> = {}): CallInput => ({
  kind: "BASIC",
  pickup: { ...place, address: "Secret Lane 7" },
  contact: CALLER,
  ...over,
});

export const call = (actor: Actor | null, place: Place, over: Partial<CallInput> = {}, now?: Date) =>
  requestAmbulance(actor, callAt(place, over), now ? { now } : {});

/** Which hospitals are asked, in order, and the statuses of their offers. */
export async function offersOf(bookingId: string) {
  const offers = await db.ambulanceOffer.findMany({
    where: { bookingId },
    orderBy: [{ offeredAt: "asc" }, { id: "asc" }],
  });
  return offers.map(({ hospitalId, status }) => [hospitalId, status]);
}

export const statusOf = (id: string) =>
  db.ambulanceBooking.findUniqueOrThrow({ where: { id } }).then(({ status }) => status);

const WAY: RequestableBookingStatus[] = ["DISPATCHED", "EN_ROUTE", "ON_SCENE", "TRANSPORTING", "ARRIVED", "COMPLETED"];

/** Advances a call with a hospital's first vehicle, up to a status. */
export async function bring(id: string, by: At, to: AmbulanceBookingStatus): Promise<void> {
  if (to === "REQUESTED") return;
  if (to === "CANCELLED")
    await changeAmbulanceBooking(by.actor, id, { status: "DISPATCHED", ambulanceId: by.fleet[0]!.id });
  const steps =
    to === "CANCELLED" || to === "DECLINED" ? [to] : WAY.slice(0, WAY.indexOf(to as RequestableBookingStatus) + 1);
  for (const status of steps) {
    await changeAmbulanceBooking(by.actor, id, {
      status,
      ...(status === "DISPATCHED" ? { ambulanceId: by.fleet[0]!.id } : {}),
      reason: "Said so",
    });
  }
}

export const minutes = (n: number) => new Date(Date.now() + n * 60_000);
