import type { Page } from "@playwright/test";
import { Api } from "./api";
import { bookedVisit, signedNote, slotAtHospital } from "./booking";
import { callAmbulance } from "./calls";
import { LINK_ROUTES } from "./link-routes";
import { accountId, newDoctor, newPatient } from "./people";
import { PRINTED_ROUTES } from "./printed-routes";
import { registeredPatient } from "./registered-patient";
import { demoAccounts, type Role } from "./sign-in";
import { ABSENCE_ROUTES, COMING_VISIT_ROUTES } from "./visit-routes";

export type People = { page: Page; openAs: (role: Role) => Promise<Page> };
export type Route = { as?: Role; path: string | ((people: People) => Promise<string>) };

const as = (role: Role) => new Api(demoAccounts[role]);
type Listed = { items: { id: string; status: string; doctorId: string }[] };

/** An appointment that the role may see, in one of these statuses if possible. */
async function appointmentOf(role: Role, ...states: string[]): Promise<Listed["items"][number]> {
  const { items } = await as(role).get<Listed>("/api/appointments?limit=100&order=desc");
  const found = items.find(({ status }) => states.includes(status)) ?? items[0];
  if (!found) throw new Error(`The demo has no appointment for the ${role}.`);
  return found;
}

/** A stay that the role may see, in this status if possible. */
async function stayOf(role: Role, state: string): Promise<{ id: string; status: string }> {
  const { items } = await as(role).get<{ items: { id: string; status: string }[] }>("/api/bed-bookings?limit=100");
  const found = items.find(({ status }) => status === state) ?? items[0];
  if (!found) throw new Error(`The demo has no stay for the ${role}.`);
  return found;
}

/** A bed request of the patient, because the demo's patient may never have been in hospital. */
async function ownStay(): Promise<string> {
  const { items } = await as("patient").get<{ items: { id: string }[] }>("/api/bed-bookings?limit=1");
  if (items[0]) return items[0].id;
  const hospital = await as("hospital").get<{ hospital: { id: string } }>("/api/me");
  const from = new Date().toISOString().slice(0, 10);
  const wanted = {
    hospitalId: hospital.hospital.id,
    wardKind: "GENERAL",
    from: new Date(Date.parse(from) + 172_800_000).toISOString().slice(0, 10),
  };
  return (await as("patient").post<{ id: string }>("/api/bed-bookings", wanted)).id;
}

/** Two records in the demo that are of one person. */
async function likelyPair(): Promise<string> {
  const { hospital } = await as("hospital").get<{ hospital: { id: string } }>("/api/me");
  const { items } = await as("hospital").get<{ items: { id: string }[] }>(`/api/hospitals/${hospital.id}/duplicates`);
  if (!items[0]) throw new Error("The demo has no likely duplicates.");
  return `/hospital/duplicates/${items[0].id}`;
}

/** Someone the demo doctor has seen. */
async function patientOfDoctor(): Promise<string> {
  const { doctor } = await as("doctor").get<{ doctor: { id: string } }>("/api/me");
  const { items } = await as("doctor").get<{ items: { id: string }[] }>(`/api/doctors/${doctor.id}/patients`);
  if (!items[0]) throw new Error("The demo's doctor has no patients.");
  return items[0].id;
}

/** A note that another doctor has signed for someone the demo doctor treats. */
async function noteByColleague(): Promise<string> {
  const patient = await newPatient();
  const { doctor } = await slotAtHospital();
  // Two weeks, because the demo's doctor has weekends off.
  await bookedVisit(doctor, patient, { hours: 24 * 14 });
  return `/doctor/notes/${await signedNote(await newDoctor(), patient)}`;
}

const portal = (role: Role, ...paths: string[]): Record<string, Route> =>
  Object.fromEntries(paths.map((path) => [`/${role}${path}`, { as: role, path: `/${role}${path}` }]));
const open = (...paths: string[]): Record<string, Route> => Object.fromEntries(paths.map((path) => [path, { path }]));

/** Every page, by its pattern, with an address where it has content. */
export const ROUTES: Record<string, Route> = {
  ...open("/", "/doctors", "/hospitals", "/services", "/emergency", "/prescriptions", "/offline"),
  ...open("/sign-in", "/sign-up", "/reset-password"),
  "/unsubscribe/[token]": { path: "/unsubscribe/no-such-link" },
  "/doctors/[slug]": { path: "/doctors/mira-sonnwald" },
  "/hospitals/[slug]": { path: "/hospitals/lindenhof-klinikum-berlin" },
  "/services/[slug]": {
    path: async () =>
      `/services/${(await as("patient").get<{ items: { slug: string }[] }>("/api/services")).items[0]?.slug}`,
  },
  ...LINK_ROUTES,
  "/emergency/[token]": { path: async () => `/emergency/${(await callAmbulance()).trackingToken}` },
  ...portal(
    "patient",
    "",
    "/visits",
    "/waitlist",
    "/records",
    "/records/notes",
    "/records/measurements",
    "/records/medicines",
    "/records/background",
    "/records/documents",
    "/records/sharing",
    "/records/access",
    "/records/download",
    "/messages",
    "/stays",
    "/family",
    "/notifications",
    "/notifications/sent",
    "/settings",
  ),
  "/patient/stays/[id]": { as: "patient", path: async () => `/patient/stays/${await ownStay()}` },
  "/patient/stays/new": { as: "patient", path: "/patient/stays/new?hospital=lindenhof-klinikum-berlin" },
  "/patient/stays/ambulances/[id]": {
    as: "patient",
    path: async () => `/patient/stays/ambulances/${(await callAmbulance({ by: as("patient") })).id}`,
  },
  "/patient/visits/[id]": {
    as: "patient",
    path: async () => `/patient/visits/${(await appointmentOf("patient", "COMPLETED")).id}`,
  },
  ...PRINTED_ROUTES,
  ...COMING_VISIT_ROUTES,
  ...ABSENCE_ROUTES,
  ...portal(
    "doctor",
    "",
    "/calendar",
    "/patients",
    "/patients/emergency",
    "/hours",
    "/questionnaires",
    "/places",
    "/access",
    "/messages",
    "/messages/templates",
    "/to-call",
    "/waitlist",
    "/recalls",
    "/numbers",
    "/numbers/appointments",
    "/numbers/waitlist",
    "/shifted",
    "/waiting-room",
    "/waiting-room/entrance",
    "/waiting-room/urgent",
    "/notifications",
    "/notifications/sent",
    "/settings",
  ),
  "/doctor/patients/[id]": { as: "doctor", path: async () => `/doctor/patients/${await patientOfDoctor()}` },
  "/doctor/notes/[id]": { as: "doctor", path: noteByColleague },
  "/doctor/visits/[id]": {
    as: "doctor",
    path: async () => `/doctor/visits/${(await appointmentOf("doctor", "IN_PROGRESS", "COMPLETED")).id}`,
  },
  ...portal(
    "hospital",
    "",
    "/appointments",
    "/appointments/new",
    "/appointments/walk-in",
    "/doctors",
    "/numbers",
    "/numbers/report",
    "/numbers/appointments",
    "/numbers/operations",
    "/departments",
    "/questionnaires",
    "/staff",
    "/operations",
    "/import",
    "/exports",
    "/sent",
    "/notifications",
    "/settings",
  ),
  "/hospital/appointments/[id]": {
    as: "hospital",
    path: async () => `/hospital/appointments/${(await appointmentOf("hospital", "PENDING")).id}`,
  },
  "/hospital/doctors/[id]": {
    as: "hospital",
    path: async () => `/hospital/doctors/${(await appointmentOf("hospital")).doctorId}`,
  },
  ...portal("hospital", "/beds", "/beds/stays", "/beds/wards", "/ambulances", "/to-call", "/shifted", "/duplicates"),
  ...portal("hospital", "/waitlist", "/messages", "/messages/templates", "/patients", "/patients/new"),
  "/hospital/patients/[id]": { as: "hospital", path: async () => `/hospital/patients/${await registeredPatient()}` },
  "/hospital/messages/[id]": {
    as: "hospital",
    path: async () => `/hospital/messages/${(await appointmentOf("hospital")).id}`,
  },
  ...portal("hospital", "/waiting-room", "/waiting-room/entrance", "/waiting-room/urgent"),
  "/hospital/duplicates/[id]": { as: "hospital", path: likelyPair },
  "/hospital/beds/[id]": {
    as: "hospital",
    path: async () => `/hospital/beds/${(await stayOf("hospital", "ADMITTED")).id}`,
  },
  ...portal("admin", "", "/people", "/audit", "/codes", "/mail", "/system", "/sent", "/notifications", "/settings"),
  ...portal("admin", "/emergencies", "/exports", "/numbers", "/hospitals", "/doctors", "/queue", "/announcements"),
  "/admin/doctors/[id]": {
    as: "admin",
    path: async () => `/admin/doctors/${(await as("doctor").get<{ doctor: { id: string } }>("/api/me")).doctor.id}`,
  },
  "/admin/hospitals/[id]": {
    as: "admin",
    path: async () =>
      `/admin/hospitals/${(await as("hospital").get<{ hospital: { id: string } }>("/api/me")).hospital.id}`,
  },
  "/admin/people/[id]": {
    as: "admin",
    path: async () => `/admin/people/${await accountId(demoAccounts.patient.email)}`,
  },
};
