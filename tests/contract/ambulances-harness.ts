import { PUT as step } from "@/app/api/ambulance-bookings/[id]/status/route";
import { POST as request } from "@/app/api/ambulance-bookings/route";
import { db } from "@/lib/platform/db/db";
import { createAmbulance, createHospital, createPatient, createStaff } from "../support/factories";
import { bearerOf, call, type Json, type Sent } from "./appointments-harness";

export const MISSING = "01890000-0000-7000-8000-000000000000";
export const PICKUP = { latitude: 48.2, longitude: 16.37, address: "Behind the old mill" };
let phone = 100;

/** A call for an ambulance, each from another phone number. */
export const body = (over: Json = {}): Json => ({
  kind: "BASIC",
  pickup: PICKUP,
  contact: { name: "Wanda Unheard", phone: `+43 1 5550${++phone}` },
  ...over,
});

/** `meetEveryone` sets these. */
export let hospital: { id: string };
export let staff: Record<string, string>;
export let manager: Record<string, string>;
export let patient: Record<string, string>;
export let patientId: string;
export let stranger: Record<string, string>;

/** Call it in beforeAll: a hospital with twelve vehicles, its staff, a patient and a stranger. */
export async function meetEveryone() {
  hospital = await createHospital({ latitude: 48.21, longitude: 16.37, country: "AT", phone: "+43 1 5550000" });
  for (let i = 0; i < 12; i++) await createAmbulance(hospital.id, { registration: `W-${i}` });
  staff = await bearerOf((await createStaff(hospital.id, "COORDINATOR")).user);
  manager = await bearerOf((await createStaff(hospital.id, "MANAGER")).user);
  const own = await createPatient();
  [patient, patientId] = [await bearerOf(own.user), own.patient.id];
  const elsewhere = await createHospital({ latitude: -30, longitude: 100 });
  stranger = await bearerOf((await createStaff(elsewhere.id, "MANAGER")).user);
}

/** Calls for an ambulance. */
export const post = (sent: Json, over: Sent = {}) => call(request, { method: "POST", body: sent, ...over });

/** Takes a call one step further. */
export const put = (id: string, sent: Json, headers: Record<string, string>) =>
  call(step, { method: "PUT", body: sent, headers, params: { id } });

/** A vehicle of the hospital with no call to serve. */
export const freeVehicle = async () =>
  (
    await db.ambulance.findFirstOrThrow({
      where: {
        hospitalId: hospital.id,
        removedAt: null,
        state: "IN_SERVICE",
        bookings: { none: { status: { in: ["DISPATCHED", "EN_ROUTE", "ON_SCENE", "TRANSPORTING", "ARRIVED"] } } },
      },
    })
  ).id;
