import { asFile, pdf } from "@/tests/support/files";
import type { Json, Sent } from "../appointments-harness";
import { next, type Cast, type Person } from "./cast";
import * as a from "./things";

/** One request: what fills the path, the query and the body. `seek`: what the answer has to contain to count as read. */
export type Request = Pick<Sent, "query" | "raw"> & { params?: Record<string, string>; body?: Json; seek?: string };
export type Maker = (cast: Cast) => Request | Promise<Request>;

/**
 * Who may do what, by route. `may`: it is done, or refused only because of the state things are in. `mayNot`: they see
 * the thing and are told that they may not (403). `findNothing`: the list is there, without it. To everyone else there
 * is nothing (404), and without an account no answer (401).
 */
export type Permission = {
  ask: Maker;
  may: readonly Person[];
  mayNot?: readonly Person[];
  findNothing?: readonly Person[] | "the others";
  /** The answer without an account, where one isn't needed for everything the route does. */
  withoutAccount?: "401" | "404" | "nothing";
};
export type Permissions = Record<string, Permission>;

/** The ID of nothing. */
export const MISSING = "01890000-0000-7000-8000-000000000000";

/** What someone is expected to find: `may`, `nothing`, or the status of the refusal. */
export function expected(
  { may, mayNot = [], findNothing = [], withoutAccount = "401" }: Omit<Permission, "ask">,
  who: Person,
): string {
  if (may.includes(who)) return "may";
  if (mayNot.includes(who)) return "403";
  if (who === "nobody") return withoutAccount;
  return findNothing === "the others" || findNothing.includes(who) ? "nothing" : "404";
}

export type Thing = (cast: Cast) => Promise<string>;
/** A request about this thing. */
export const on =
  (thing: Thing, more: Omit<Request, "params"> = {}): Maker =>
  async (cast) => ({ params: { id: await thing(cast) }, ...more });
export const theHospital: Thing = async ({ hospitalId }) => hospitalId;
export const thePatient: Thing = async ({ patientId }) => patientId;
export const theDoctor: Thing = async ({ doctor: { doctorId } }) => doctorId;
export const theHours: Thing = async ({ doctor: { scheduleId } }) => scheduleId;
export const listOf =
  (thing: Thing, query: Record<string, string> = {}): Maker =>
  async (cast) => ({ seek: await thing(cast), query: { limit: "100", ...query } });
export const listAt =
  (where: Thing, thing: Thing, query: Record<string, string> = {}): Maker =>
  async (cast) => ({ params: { id: await where(cast) }, seek: await thing(cast), query });

export const nothing: Maker = () => ({});
export const reason = { reason: "Said so" };
export const NOTE = { reason: "", subjective: "", objective: "", assessment: "Well", plan: "" };
export const PARTS = { vitals: [], diagnoses: [], prescriptions: [] };
export const SCHEDULE = {
  timeZone: "UTC",
  slotMinutes: 30,
  rules: [],
  exceptions: [],
};
export const booking: Maker = async (cast) => {
  await a.clearCalendar(cast);
  return { body: { doctorId: cast.doctor.doctorId, patientId: cast.patientId, start: a.freeTime() } };
};
export const email = () => `someone-${next()}@caresync.test`;

/** A form with a file that no one has sent before. */
export function upload(fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", asFile(pdf(`Page ${next()}`)));
  return form;
}
