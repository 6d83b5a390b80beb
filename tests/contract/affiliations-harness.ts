import { POST as invite } from "@/app/api/hospitals/[id]/invitations/route";
import { createAdmin, createDoctor, createHospital, createPatient, createStaff } from "../support/factories";
import { bearerOf, call, type Handler } from "./appointments-harness";

export type Header = { Authorization: string };
export const MISSING = "01890000-0000-7000-8000-000000000000";

/** The hospital all of them deal with; `meetEveryone` sets it. */
export let hospital: Awaited<ReturnType<typeof createHospital>>;
export const as = {} as Record<"manager" | "coordinator" | "stranger" | "patient" | "admin", Header>;

/** Call it in beforeAll: a hospital, and a signed-in person of every role. */
export async function meetEveryone() {
  hospital = await createHospital();
  as.manager = await bearerOf((await createStaff(hospital.id, "MANAGER")).user);
  as.coordinator = await bearerOf((await createStaff(hospital.id, "COORDINATOR")).user);
  as.stranger = await bearerOf((await createStaff((await createHospital()).id, "MANAGER")).user);
  as.patient = await bearerOf((await createPatient()).user);
  as.admin = await bearerOf(await createAdmin());
}

/** A verified doctor who works nowhere yet. */
export async function newDoctor() {
  const { doctor, user } = await createDoctor();
  return { id: doctor.id, name: doctor.name, user, headers: await bearerOf(user) };
}

export const send = (
  handler: Handler,
  method: string,
  headers: Record<string, string>,
  id: string,
  body?: unknown,
  more: Record<string, string> = {},
) =>
  call(handler, { method, params: { id }, headers: { ...headers, ...more }, ...(body === undefined ? {} : { body }) });

/** Invites a doctor. */
export const post = (body: unknown, headers: Record<string, string> = as.manager, id = hospital.id) =>
  send(invite, "POST", headers, id, body);
