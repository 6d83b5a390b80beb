import { inviteDoctor } from "@/lib/domain/affiliations/invite-doctor";
import { changeBedBooking } from "@/lib/domain/beds/change-bed-booking";
import { inviteStaff } from "@/lib/domain/staff/invite-staff";
import { db, type Prisma } from "@/lib/platform/db/db";
import { checkFile, importFile } from "@/tests/integration/imports-harness";
import {
  createAffiliation,
  createAmbulance,
  createBed,
  createDoctor,
  createHospital,
  createStaff,
  createWard,
} from "@/tests/support/factories";
import { next, type Cast } from "./cast";

/** What belongs to the hospital, or happens in it. */

export const bed = async ({ hospitalId, wardId }: Cast, ward = wardId) =>
  (await createBed(hospitalId, { ward: { id: ward } })).id;
export const ward = async ({ hospitalId }: Cast) => (await createWard(hospitalId)).id;
export const vehicle = async ({ hospitalId }: Cast) => (await createAmbulance(hospitalId)).id;

export async function department({ hospitalId }: Cast): Promise<string> {
  return (await db.department.create({ data: { hospitalId, name: `Department ${next()}` } })).id;
}

/** The patient's request for a bed at the hospital. */
export async function stay(cast: Cast, over: Partial<Prisma.BedBookingUncheckedCreateInput> = {}): Promise<string> {
  const { patientId, hospitalId, patient } = cast;
  const startsAt = new Date(Date.now() + 2 * 86_400_000);
  const asked = { hospitalId, patientId, wardKind: "GENERAL", startsAt, requestedByUserId: patient.user.id } as const;
  const endsAt = new Date(startsAt.getTime() + 2 * 86_400_000);
  return (await db.bedBooking.create({ data: { ...asked, endsAt, ...over } })).id;
}

/** Someone the hospital has admitted, and their bed. */
export async function admission(cast: Cast): Promise<string> {
  const patient = await db.patient.create({ data: { name: `Inpatient ${next()}` } });
  const admittedAt = new Date();
  const over = { patientId: patient.id, bedId: await bed(cast), status: "ADMITTED", endsAt: null } as const;
  return stay(cast, { ...over, startsAt: admittedAt, admittedAt, requestedByUserId: null });
}

/** The patient's call for an ambulance, offered to the hospital. */
export async function call(cast: Cast, over: Partial<Prisma.AmbulanceBookingUncheckedCreateInput> = {}) {
  const { patient, patientId, hospitalId } = cast;
  const asked = { pickupLatitude: 1, pickupLongitude: 1, contactName: "A caller", contactPhone: "+43 1 5550100" };
  const by = { requestedByUserId: patient.user.id, patientId, verifiedAt: new Date() };
  const { id } = await db.ambulanceBooking.create({ data: { kind: "BASIC", ...asked, ...by, ...over } });
  await db.ambulanceOffer.create({ data: { bookingId: id, hospitalId } });
  return id;
}

/** One that a vehicle of the hospital serves. */
export async function dispatchedCall(
  cast: Cast,
  over: Partial<Prisma.AmbulanceBookingUncheckedCreateInput> = {},
): Promise<string> {
  const { hospitalId } = cast;
  const [ambulanceId, dispatchedAt] = [await vehicle(cast), new Date()];
  return call(cast, { status: "DISPATCHED", hospitalId, ambulanceId, dispatchedAt, ...over });
}

/** A doctor who works at the hospital; `withDoctor`: the cast's own. */
export async function affiliation(cast: Cast, withDoctor = false): Promise<string> {
  if (withDoctor) return cast.doctor.affiliation?.id ?? "";
  return (await createAffiliation((await createDoctor()).doctor.id, cast.hospitalId)).id;
}

/** The hospital's invitation to the other hospital's doctor, who is not there yet. */
export async function invitation(cast: Cast): Promise<string> {
  const { elsewhere, manager, hospitalId } = cast;
  const { doctorId } = elsewhere.doctor;
  await db.doctorInvitation.deleteMany({ where: { hospitalId, doctorId } });
  return (await inviteDoctor(manager.actor, hospitalId, { doctorId })).id;
}

export const staffInvitation = async ({ manager, hospitalId }: Cast) =>
  (await inviteStaff(manager.actor, { hospitalId, email: `staff-${next()}@caresync.test`, role: "COORDINATOR" })).id;
export const member = async ({ hospitalId }: Cast) => (await createStaff(hospitalId, "COORDINATOR")).staff.id;

export const finishedImport = async (cast: Cast) =>
  (await importFile(cast.here, "DEPARTMENTS", `name\nImported ${next()}\n`)).id;
export const fileImport = async (cast: Cast) =>
  (await checkFile(cast.here, "DEPARTMENTS", `name\nImported ${next()}\n`)).id;

export async function profileChange({ hospitalId }: Cast): Promise<string> {
  await db.profileChange.deleteMany({ where: { hospitalId } });
  return (await db.profileChange.create({ data: { hospitalId, changes: { name: `Name ${next()}` } } })).id;
}

export const edition = async () =>
  (await db.diagnosisEdition.create({ data: { system: "ICD-10-CM", release: `R${next()}`, fileBytes: 10 } })).id;

export const otherHospital = async () => (await createHospital()).id;

/** Someone who has just been discharged. */
export async function discharge(cast: Cast): Promise<string> {
  const id = await admission(cast);
  await changeBedBooking(cast.manager.actor, id, { status: "DISCHARGED" });
  return id;
}

/** A doctor with times left today. */
export async function doctorOnDuty({ here: { hospital } }: Cast): Promise<string> {
  return (await createDoctor({ hospitalId: hospital.id, schedule: { timeZone: hospital.timeZone } })).doctor.id;
}
