import { POST as startImport } from "@/app/api/hospitals/[id]/imports/route";
import { createHospital, createPatient, createStaff } from "../support/factories";
import { bearerOf, call } from "./appointments-harness";

type Header = { Authorization: string };

/** `openHospital` sets them. */
export let hospitalId: string;
export let manager: Header, coordinator: Header, stranger: Header, patient: Header;

/** Call it in beforeAll: a hospital with its staff, another hospital's manager and a patient. */
export async function openHospital() {
  hospitalId = (await createHospital()).id;
  manager = await bearerOf((await createStaff(hospitalId)).user);
  coordinator = await bearerOf((await createStaff(hospitalId, "COORDINATOR")).user);
  stranger = await bearerOf((await createStaff((await createHospital()).id)).user);
  patient = await bearerOf((await createPatient()).user);
}

export const start = (headers: Record<string, string>, body: object) =>
  call(startImport, { method: "POST", params: { id: hospitalId }, headers, body });
