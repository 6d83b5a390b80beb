import { db } from "@/lib/platform/db/db";
import { trackedCall } from "./actions-capacity";
import type { Thing } from "./asking";
import { BOOKERS, DESK, DOCTORS, EVERYONE, FAMILY, KEEPERS, PEOPLE, READERS, SHARED, type Person } from "./cast";
import { hospitalsCode } from "./displays";
import { disruption } from "./disruptions";
import { duplicate } from "./merges";
import { askedVisit, ofDoctor, ofHospital } from "./questions";
import { wardClosure } from "./ward-closures";
import * as a from "./things";
import * as h from "./things-hospital";

/**
 * Who sees a page: to everyone else it isn't there (404), and without an account they are asked to sign in. `sentOn`:
 * who is led to another page instead. `thing`: what the page is about, which its address names.
 */
export type Seen = { may: readonly Person[]; sentOn?: readonly Person[]; thing?: Thing };

const among = (may: readonly Person[], ...patterns: string[]): Record<string, Seen> =>
  Object.fromEntries(patterns.map((pattern) => [pattern, { may }]));
const portal = (name: string, may: readonly Person[], ...paths: string[]) =>
  among(may, ...paths.map((path) => `/${name}${path}`));
/** Pages about one thing of a kind. */
const of = (thing: Thing, may: readonly Person[], ...patterns: string[]): Record<string, Seen> =>
  Object.fromEntries(patterns.map((pattern) => [pattern, { may, thing }]));

const STAFF = [...DESK, "another manager"] as const;
const MANAGERS = ["manager", "another manager"] as const;

const doctorsSlug: Thing = async ({ doctor: { doctorId } }) =>
  (await db.doctor.findUniqueOrThrow({ where: { id: doctorId } })).slug;
const hospitalsSlug: Thing = async ({ hospitalId }) =>
  (await db.hospital.findUniqueOrThrow({ where: { id: hospitalId } })).slug;
const noLink: Thing = async () => "no-such-link";

const forAll: Record<string, Seen> = {
  ...among(PEOPLE, "/", "/doctors", "/hospitals", "/services", "/emergency", "/prescriptions"),
  ...among(PEOPLE, "/reset-password", "/shared-record", "/waiting-display", "/your-appointment", "/offline"),
  "/sign-in": { may: ["nobody"], sentOn: EVERYONE },
  "/sign-up": { may: ["nobody"], sentOn: EVERYONE },
  ...of(doctorsSlug, PEOPLE, "/doctors/[slug]"),
  ...of(hospitalsSlug, PEOPLE, "/hospitals/[slug]"),
  ...of(async () => (await db.service.findFirstOrThrow()).slug, PEOPLE, "/services/[slug]"),
  ...of(trackedCall, PEOPLE, "/emergency/[token]"),
};

const patients: Record<string, Seen> = {
  ...portal(
    "patient",
    EVERYONE,
    "",
    "/visits",
    "/waitlist",
    "/stays",
    "/family",
    "/notifications",
    "/notifications/sent",
    "/settings",
  ),
  ...portal(
    "patient",
    EVERYONE,
    "/records",
    "/records/notes",
    "/records/measurements",
    "/records/medicines",
    "/records/background",
  ),
  ...portal("patient", EVERYONE, "/records/documents", "/records/sharing", "/records/access", "/records/download"),
  "/patient/arrive/[code]": { may: EVERYONE, thing: hospitalsCode },
  // For those who have someone to ask for.
  "/patient/stays/new": { may: [...BOOKERS, "another patient"] },
  "/patient/messages": { may: EVERYONE },
  ...of(a.visit, FAMILY, "/patient/visits/[id]", "/patient/messages/[id]"),
  ...of(a.visit, BOOKERS, "/patient/visits/[id]/move"),
  ...of(askedVisit, KEEPERS, "/patient/visits/[id]/questions"),
  ...of(a.signedVisit, READERS, "/patient/records/prescriptions/[id]", "/patient/records/summaries/[id]"),
  ...of(h.stay, BOOKERS, "/patient/stays/[id]"),
  ...of(h.call, BOOKERS, "/patient/stays/ambulances/[id]"),
};

const doctors: Record<string, Seen> = {
  ...portal("doctor", DOCTORS, "", "/calendar", "/patients", "/patients/emergency", "/hours", "/questionnaires"),
  ...portal(
    "doctor",
    DOCTORS,
    "/places",
    "/access",
    "/to-call",
    "/waiting-room",
    "/waiting-room/entrance",
    "/waiting-room/urgent",
    "/waitlist",
    "/recalls",
    "/numbers",
    "/numbers/appointments",
    "/numbers/waitlist",
    "/shifted",
    "/notifications",
    "/notifications/sent",
    "/settings",
  ),
  ...of(async ({ patientId }) => patientId, ["doctor", "former doctor", ...SHARED], "/doctor/patients/[id]"),
  "/doctor/notes/[id]": { may: ["shared with"], sentOn: ["doctor"], thing: a.signedVisit },
  ...portal("doctor", DOCTORS, "/messages", "/messages/templates"),
  ...of(a.visit, ["doctor"], "/doctor/visits/[id]", "/doctor/messages/[id]"),
  ...of(a.signedVisit, ["doctor"], "/doctor/prescriptions/[id]", "/doctor/summaries/[id]"),
  ...of(ofDoctor, ["doctor"], "/doctor/questionnaires/[id]"),
  ...portal("doctor", DOCTORS, "/absences"),
  ...of(disruption, ["doctor"], "/doctor/absences/[id]"),
};

const hospitals: Record<string, Seen> = {
  ...portal("hospital", STAFF, "", "/appointments", "/appointments/new", "/appointments/walk-in", "/doctors"),
  ...portal("hospital", STAFF, "/numbers", "/departments", "/questionnaires", "/sent", "/notifications", "/settings"),
  ...portal("hospital", STAFF, "/beds", "/beds/stays", "/beds/wards", "/ambulances", "/to-call", "/shifted"),
  ...portal("hospital", STAFF, "/waiting-room", "/waiting-room/entrance", "/waiting-room/urgent"),
  ...portal("hospital", STAFF, "/waitlist", "/duplicates", "/messages", "/messages/templates"),
  ...portal("hospital", MANAGERS, "/staff", "/operations", "/import", "/exports"),
  ...of(a.visit, DESK, "/hospital/appointments/[id]", "/hospital/messages/[id]"),
  ...of(async ({ doctor }) => doctor.doctorId, DESK, "/hospital/doctors/[id]"),
  ...portal("hospital", STAFF, "/patients", "/patients/new"),
  ...of(async ({ patientId }) => patientId, DESK, "/hospital/patients/[id]"),
  ...of(duplicate, DESK, "/hospital/duplicates/[id]"),
  ...of(h.stay, DESK, "/hospital/beds/[id]"),
  ...portal("hospital", STAFF, "/beds/closed"),
  ...of(wardClosure, DESK, "/hospital/beds/closed/[id]"),
  ...of(ofHospital, DESK, "/hospital/questionnaires/[id]"),
  ...portal(
    "hospital",
    STAFF,
    "/absences",
    "/holidays",
    "/numbers/report",
    "/numbers/appointments",
    "/numbers/operations",
  ),
  ...of(disruption, DESK, "/hospital/absences/[id]"),
};

const administrators = {
  ...portal("admin", ["administrator"], "", "/people", "/audit", "/codes", "/mail", "/system", "/emergencies"),
  ...portal("admin", ["administrator"], "/hospitals", "/doctors", "/queue", "/announcements"),
  ...of(async ({ patient }) => patient.user.id, ["administrator"], "/admin/people/[id]"),
  ...of(async ({ doctor }) => doctor.doctorId, ["administrator"], "/admin/doctors/[id]"),
  ...of(async ({ hospitalId }) => hospitalId, ["administrator"], "/admin/hospitals/[id]"),
  ...portal("admin", ["administrator"], "/exports", "/numbers", "/sent", "/notifications", "/settings"),
};

/** Links that lead to a page for whoever has them; without a valid one it says so. */
const links = of(
  noLink,
  PEOPLE,
  "/invitations/[token]",
  "/staff-invitations/[token]",
  "/family-invitations/[token]",
  "/reset-password/[token]",
  "/unsubscribe/[token]",
  "/email-changes/[token]",
  "/shared-record/[link]",
  "/waiting-display/[display]",
);

export const PAGES: Record<string, Seen> = {
  ...forAll,
  ...patients,
  ...doctors,
  ...hospitals,
  ...administrators,
  ...links,
};

/** Pages of one of the people someone acts for, whom the address names: who sees the patient there. */
export const OF_PATIENT: Record<string, readonly Person[]> = {
  "/patient/visits": FAMILY,
  "/patient/records": FAMILY,
  "/patient/records/notes": READERS,
  "/patient/records/measurements": READERS,
  "/patient/records/medicines": READERS,
  "/patient/records/background": READERS,
  "/patient/records/documents": READERS,
  "/patient/records/sharing": READERS,
  "/patient/records/access": READERS,
};
