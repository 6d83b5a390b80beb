import { actorOf, newDoctor } from "@/tests/support/actors";
import { createAmbulance, createAppointment, createBed, createHospital, createStaff } from "@/tests/support/factories";
import { createWard, inDays, TEST_PASSWORD } from "@/tests/support/factories";
import { openSession } from "@/lib/domain/accounts/open-session";
import { signUp } from "@/lib/domain/accounts/sign-up";
import { verifyCredentials } from "@/lib/domain/accounts/verify-credentials";
import { changeAmbulanceBooking } from "@/lib/domain/ambulances/change-ambulance-booking";
import { requestAmbulance } from "@/lib/domain/ambulances/request-ambulance";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { completeVisit } from "@/lib/domain/appointments/complete-visit";
import { holdSlot } from "@/lib/domain/appointments/hold-slot";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { sealAudit } from "@/lib/domain/audit/seal-audit";
import { changeBedBooking } from "@/lib/domain/beds/change-bed-booking";
import { requestBed } from "@/lib/domain/beds/request-bed";
import { transferPatient } from "@/lib/domain/beds/transfer-patient";
import { searchDoctors } from "@/lib/domain/directory/queries";
import { doctorFilter } from "@/lib/domain/directory/schema";
import { getEncounter } from "@/lib/domain/records/queries";
import type { EncounterParts } from "@/lib/domain/records/schema";
import { getAvailability } from "@/lib/domain/schedules/queries";
import { isMigrated, readMigrations } from "@/lib/platform/db/migrations";

const PLACE = { latitude: 47.1, longitude: 8.5 };
const NOTE = { reason: "", subjective: "", objective: "", assessment: "Well", plan: "" };
const FOUND: EncounterParts = {
  vitals: [{ kind: "SYSTOLIC", value: 128, unit: "mmHg" }],
  diagnoses: [{ system: "ICD-10", version: "2019", code: "J45", name: "Asthma" }],
  prescriptions: [],
};

/** What people must be able to do at any moment, an upgrade included, by the name it is reported with. */
export const STEPS: Record<string, () => Promise<unknown>> = {
  "count as migrated": async () => requireTrue(isMigrated(await readMigrations())),
  "sign up and sign in": signUpAndIn,
  "find a doctor": findDoctor,
  "hold, book, reschedule and cancel": bookAndCancel,
  "check in, see the doctor and read the note": visit,
  "be admitted, moved and discharged": stay,
  "call an ambulance": callAmbulance,
  "seal the audit trail": async () => requireTrue((await sealAudit()) > 0),
};

function requireTrue(isSo: boolean): void {
  if (!isSo) throw new Error("This was not so.");
}

let people = 0;
async function signedUp() {
  const email = `smoke-${++people}@caresync.test`;
  const input = { kind: "patient", name: "Elin Brightwater", email, password: TEST_PASSWORD, timeZone: "UTC" } as const;
  const { account } = await signUp(input);
  return { email, account, actor: await actorOf(account) };
}

async function signUpAndIn() {
  const { email } = await signedUp();
  const attempt = { email, password: TEST_PASSWORD, address: "198.51.100.7", via: "session" } as const;
  await openSession(await verifyCredentials(attempt));
}

async function findDoctor() {
  const { doctor } = await newDoctor();
  const found = await searchDoctors(doctorFilter.parse({ q: doctor.name }), { limit: 50, now: new Date() });
  requireTrue(found.items.some(({ id }) => id === doctor.id));
}

async function bookAndCancel() {
  const [{ actor }, { doctorId, ...doctor }] = [await signedUp(), await newDoctor()];
  const [from, to] = [inDays(2, "00:00").toISOString(), inDays(3, "00:00").toISOString()];
  const { slots } = await getAvailability(doctorId, { from, to });
  const [first, second] = [slots[0]?.start ?? "", slots[1]?.start ?? ""];
  const hold = await holdSlot(actor, { doctorId, start: first });
  const { id } = await bookAppointment(actor, { doctorId, start: first, holdId: hold.id, reason: "A cough" });
  await rescheduleAppointment(actor, id, { start: second });
  await changeStatus(doctor.actor, id, { status: "CANCELLED", reason: "Ill" });
}

async function visit() {
  const [{ actor }, doctor] = [await signedUp(), await newDoctor()];
  const startsAt = new Date(Date.now() - 5 * 60_000);
  const of = { doctorId: doctor.doctorId, patientId: actor.patientIds[0] ?? "" };
  const { id } = await createAppointment(of, { startsAt });
  await changeStatus(actor, id, { status: "CHECKED_IN" });
  await changeStatus(doctor.actor, id, { status: "IN_PROGRESS" });
  await completeVisit(doctor.actor, { appointmentId: id, note: NOTE, parts: FOUND, version: 1 });
  requireTrue((await getEncounter(actor, id)).diagnoses.length === 1);
}

async function openHospital() {
  const hospital = await createHospital({ ...PLACE, phone: "+49 30 5550199" });
  const staff = await createStaff(hospital.id, "COORDINATOR");
  return { hospital, desk: await actorOf(staff.user), ward: await createWard(hospital.id) };
}

async function stay() {
  const [{ actor }, { hospital, desk, ward }] = [await signedUp(), await openHospital()];
  const [first, second] = [await createBed(hospital.id, { ward }), await createBed(hospital.id, { ward })];
  const from = new Date().toISOString();
  const { id } = await requestBed(actor, { hospitalId: hospital.id, wardKind: "GENERAL", from });
  await changeBedBooking(desk, id, { status: "RESERVED", bedId: first.id });
  await changeBedBooking(desk, id, { status: "ADMITTED" });
  await transferPatient(desk, id, { bedId: second.id });
  await changeBedBooking(desk, id, { status: "DISCHARGED" });
}

async function callAmbulance() {
  const { hospital, desk } = await openHospital();
  const ambulance = await createAmbulance(hospital.id);
  const contact = { name: "Iva Dunmore", phone: "+49 170 5551234" };
  const { row } = await requestAmbulance(null, { kind: "BASIC", pickup: { ...PLACE, address: "Lane 7" }, contact });
  await changeAmbulanceBooking(desk, row.id, { status: "DISPATCHED", ambulanceId: ambulance.id });
  for (const status of ["EN_ROUTE", "ON_SCENE", "TRANSPORTING", "ARRIVED", "COMPLETED"] as const) {
    await changeAmbulanceBooking(desk, row.id, { status });
  }
}
