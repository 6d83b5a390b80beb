import { POST as book } from "@/app/api/appointments/route";
import { createDoctor, createPatient, inDays } from "../support/factories";
import { bearerOf, call } from "./appointments-harness";

export const MISSING = "01890000-0000-7000-8000-000000000000";

/** A time of day, so many days from now, as answers write it. */
export const at = (day: number, time: `${number}:${number}`) => inDays(day, time).toISOString().replace(".000Z", "Z");

/** A patient with an account, and the header that authenticates it. */
export async function newPatient() {
  const { user, patient } = await createPatient();
  return { user, patient, headers: await bearerOf(user) };
}
export type Patient = Awaited<ReturnType<typeof newPatient>>;

/** Two patients, and a doctor with hours. */
export async function newPair() {
  const [ann, ben] = [await newPatient(), await newPatient()];
  return { ann, ben, doctorId: (await createDoctor()).doctor.id };
}

export const bookAs = (who: { headers: Record<string, string> }, body: unknown, headers: Record<string, string> = {}) =>
  call(book, { method: "POST", body, headers: { ...who.headers, ...headers } });
