import { randomBytes } from "node:crypto";
import { expect } from "@playwright/test";
import { Api, callApi } from "./api";
import { secret } from "./ledger";
import { demoAccounts, type Account } from "./sign-in";

export type Person = { account: Account; name: string; api: Api };
export type Patient = Person & { patientId: string };
export type Manager = Person & { hospitalId: string; hospitalName: string };
export type Doctor = Person & { id: string; slug: string; scheduleId: string; timeZone: string };

const GIVEN = ["Tansy", "Corin", "Isolde", "Ferran", "Maelis", "Osric", "Petra", "Quillan", "Rosalba", "Severin"];
const FAMILY = [
  "Umbrellow",
  "Fallowdale",
  "Greyfinch",
  "Hartsmere",
  "Ivybridge",
  "Jasperson",
  "Kestrelby",
  "Larkspurr",
];

let made = 0;
const letters = () => [...randomBytes(6)].map((byte) => String.fromCharCode(97 + (byte % 26))).join("");

/** A person who exists in no other test and no other run. */
export function newcomer(title = ""): { name: string; email: string; password: string } {
  made += 1;
  const mark = letters();
  const name = `${title}${GIVEN[made % GIVEN.length]} ${FAMILY[made % FAMILY.length]}-${mark[0]?.toUpperCase()}${mark.slice(1)}`;
  return {
    name: secret(name),
    email: secret(`person-${made}-${mark}@elsewhere.test`),
    password: secret(`words for ${mark} only`),
  };
}

type Created = {
  id: string;
  patients: { id: string }[];
  doctor: { id: string; slug: string } | null;
  hospital: { id: string } | null;
};

async function signUp(body: object): Promise<Created> {
  const answer = await callApi<Created>("POST", "/api/accounts", { body });
  expect(answer.status, `sign-up: ${JSON.stringify(answer.body)}`).toBe(201);
  return answer.body;
}

/** A new patient with an account. */
export async function newPatient(): Promise<Patient> {
  const { name, email, password } = newcomer();
  const account = { email, password };
  const { patients } = await signUp({ kind: "patient", name, ...account });
  return { account, name, api: new Api(account), patientId: patients[0]?.id ?? "" };
}

export const admin = new Api(demoAccounts.admin);

/** The ID of an account, as administrators find it. */
export async function accountId(email: string): Promise<string> {
  const { items } = await admin.get<{ items: { id: string }[] }>(`/api/admin/users?q=${encodeURIComponent(email)}`);
  expect(items, "accounts with this address").toHaveLength(1);
  return items[0]?.id ?? "";
}

// From eleven hours behind UTC to twelve ahead, all without clock changes.
const ZONES = `Pacific/Pago_Pago Pacific/Honolulu Pacific/Gambier Pacific/Pitcairn America/Phoenix America/Regina
  America/Bogota America/La_Paz America/Sao_Paulo Atlantic/South_Georgia Atlantic/Cape_Verde Africa/Abidjan Africa/Lagos
  Africa/Johannesburg Africa/Nairobi Asia/Dubai Asia/Karachi Asia/Dhaka Asia/Bangkok Asia/Manila Asia/Tokyo
  Australia/Brisbane Pacific/Noumea Pacific/Tarawa`.split(/\s+/);

/** A zone in which it is about nine in the morning now, so that "today" has many hours left whenever the tests run. */
export function morningZone(now = new Date()): string {
  return ZONES[(9 - now.getUTCHours() + 24 + 11) % 24] ?? "UTC";
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** A new doctor, listed or not, with a practice open every day from 8 to 20 where it is morning now. */
export async function newDoctor(options: { autoConfirm?: boolean; verified?: boolean } = {}): Promise<Doctor> {
  const { autoConfirm = true, verified = true } = options;
  const { name, email, password } = newcomer("Dr. ");
  const account = { email, password };
  const timeZone = morningZone();
  const practice = {
    practiceName: secret(`Practice of ${name}`),
    specialties: ["general-practice"],
    city: "Elsewhere",
    timeZone,
  };
  const { doctor } = await signUp({ kind: "doctor", name, ...account, doctor: practice });
  if (!doctor) throw new Error("Signed up as a doctor, and is none.");
  secret(doctor.slug);
  const api = new Api(account);
  const hours = {
    hospitalId: null,
    timeZone,
    slotMinutes: 30,
    minNoticeMinutes: 0,
    cancellationNoticeMinutes: 0,
    autoConfirm,
  };
  const rules = EVERY_DAY.map((weekday) => ({ weekday, start: "08:00", end: "20:00" }));
  const schedule = await api.post<{ id: string }>(`/api/doctors/${doctor.id}/schedules`, { ...hours, rules });
  if (verified) await admin.post(`/api/admin/doctors/${doctor.id}/verify`);
  return { account, name, api, id: doctor.id, slug: doctor.slug, scheduleId: schedule.id, timeZone };
}

/** A new hospital, verified by default, and its manager; empty, where it is morning now. */
export async function newManager(
  options: { verified?: boolean; hospital?: Record<string, unknown> } = {},
): Promise<Manager> {
  const { verified = true } = options;
  const { name, email, password } = newcomer();
  const account = { email, password };
  const hospitalName = secret(`Hospital ${name.split(" ").at(-1)}`);
  const profile = { name: hospitalName, timeZone: morningZone(), city: "Elsewhere", ...options.hospital };
  const { hospital } = await signUp({ kind: "hospital", name, ...account, hospital: profile });
  if (!hospital) throw new Error("Signed up as a hospital, and is none.");
  if (verified) await admin.post(`/api/admin/hospitals/${hospital.id}/verify`);
  return { account, name, api: new Api(account), hospitalId: hospital.id, hospitalName };
}
