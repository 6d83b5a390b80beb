import { hashPassword } from "@/lib/platform/auth/password";
import { db, type Prisma } from "@/lib/platform/db/db";

/** The password of every account the factories create. */
export const TEST_PASSWORD = "an-invented-password-7";
let passwordHash: Promise<string> | undefined;

const GIVEN = ["Asha", "Bela", "Chidi", "Dorje", "Elin", "Farid", "Goro", "Hana", "Iva", "Jonas"];
const FAMILY = ["Abelard", "Brightwater", "Castellan", "Dunmore", "Eastlake", "Fairweather", "Greenhalgh"];

// Counting instead of random values, so that a failure names the same rows the next time.
let counter = 0;
const next = () => ++counter;
const personName = (n: number) => `${GIVEN[n % GIVEN.length]} ${FAMILY[n % FAMILY.length]} ${n}`;

const MINUTE = 60_000;

/** The instant `days` from today (UTC) at `HH:mm` UTC. */
export function inDays(days: number, time: `${number}:${number}` = "10:00"): Date {
  const today = new Date().toISOString().slice(0, 10);
  return new Date(Date.parse(`${today}T${time}:00Z`) + days * 24 * 60 * MINUTE);
}

export async function createUser(over: Partial<Prisma.UserUncheckedCreateInput> = {}) {
  const n = next();
  passwordHash ??= hashPassword(TEST_PASSWORD);
  return db.user.create({
    data: { email: `person-${n}@caresync.test`, name: personName(n), passwordHash: await passwordHash, ...over },
  });
}

export function createAdmin(over: Partial<Prisma.UserUncheckedCreateInput> = {}) {
  return createUser({ isAdmin: true, ...over });
}

/** A patient `user` (a new account by default) can act for through PatientAccess, as SELF by default. */
export async function createPatient(
  options: {
    user?: { id: string; name: string };
    access?: Partial<Prisma.PatientAccessUncheckedCreateInput>;
    over?: Partial<Prisma.PatientUncheckedCreateInput>;
  } = {},
) {
  const user = options.user ?? (await createUser());
  const patient = await db.patient.create({
    data: {
      name: user.name,
      ...options.over,
      accesses: { create: { userId: user.id, relation: "SELF", ...options.access } },
    },
  });
  return { user, patient };
}

export function createHospital(over: Partial<Prisma.HospitalUncheckedCreateInput> = {}) {
  const n = next();
  const name = `Hospital of ${FAMILY[n % FAMILY.length]} ${n}`;
  const verified = { verification: "VERIFIED", verifiedAt: new Date() } as const;
  return db.hospital.create({ data: { slug: `hospital-${n}`, name, timeZone: "UTC", ...verified, ...over } });
}

export async function createStaff(hospitalId: string, role: "MANAGER" | "COORDINATOR" = "MANAGER") {
  const user = await createUser();
  const staff = await db.hospitalStaff.create({ data: { userId: user.id, hospitalId, role } });
  return { user, staff };
}

export function createWard(hospitalId: string, over: Partial<Prisma.WardUncheckedCreateInput> = {}) {
  return db.ward.create({ data: { hospitalId, name: `Ward ${next()}`, kind: "GENERAL", ...over } });
}

/** A bed that is ready, in `ward` or in a general ward of its own. */
export async function createBed(
  hospitalId: string,
  options: { ward?: { id: string }; over?: Partial<Prisma.BedUncheckedCreateInput> } = {},
) {
  const ward = options.ward ?? (await createWard(hospitalId));
  return db.bed.create({ data: { hospitalId, wardId: ward.id, label: `${next()}`, ...options.over } });
}

export function createAmbulance(hospitalId: string, over: Partial<Prisma.AmbulanceUncheckedCreateInput> = {}) {
  const n = next();
  return db.ambulance.create({
    data: { hospitalId, registration: `AMB-${n}`, kind: "BASIC", crewPhone: "+49 30 5550100", ...over },
  });
}

export async function createSpecialty(over: Partial<Prisma.SpecialtyUncheckedCreateInput> = {}) {
  const n = next();
  return db.specialty.create({ data: { slug: `specialty-${n}`, name: `Specialty ${n}`, ...over } });
}

/** A catalogue entry; with a doctor, that doctor offers it. */
export async function createService(
  options: { doctorId?: string; offer?: Partial<Prisma.DoctorServiceUncheckedCreateInput>; specialtyId?: string } = {},
) {
  const n = next();
  const specialtyId = options.specialtyId ?? (await createSpecialty()).id;
  const offers = options.doctorId
    ? { create: { doctorId: options.doctorId, durationMinutes: 30, ...options.offer } }
    : undefined;
  const service = await db.service.create({ data: { slug: `service-${n}`, name: `Service ${n}`, specialtyId } });
  if (offers) await db.doctorService.create({ data: { ...offers.create, serviceId: service.id } });
  return service;
}

export function createAffiliation(
  doctorId: string,
  hospitalId: string,
  over: Partial<Prisma.AffiliationUncheckedCreateInput> = {},
) {
  return db.affiliation.create({ data: { doctorId, hospitalId, ...over } });
}

/** 9 to 17 UTC on every day, half-hour visits, booked and cancelled without notice, confirmed at once. */
export function createSchedule(doctorId: string, over: Partial<Prisma.ScheduleUncheckedCreateInput> = {}) {
  const rules = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: "09:00", end: "17:00" }));
  return db.schedule.create({
    data: {
      doctorId,
      timeZone: "UTC",
      slotMinutes: 30,
      minNoticeMinutes: 0,
      cancellationNoticeMinutes: 0,
      rules,
      ...over,
    },
  });
}

/**
 * A verified doctor with hours: in their own practice, or affiliated with `hospitalId`. `schedule: null` leaves the
 * hours out.
 */
export async function createDoctor(
  options: {
    over?: Partial<Prisma.DoctorUncheckedCreateInput>;
    hospitalId?: string;
    schedule?: Partial<Prisma.ScheduleUncheckedCreateInput> | null;
  } = {},
) {
  const user = await createUser();
  const n = next();
  const verified = { verification: "VERIFIED", verifiedAt: new Date() } as const;
  const data = { userId: user.id, slug: `doctor-${n}`, name: `Dr ${user.name}`, registrationNumber: `REG-${n}` };
  const doctor = await db.doctor.create({ data: { ...data, timeZone: "UTC", ...verified, ...options.over } });
  const { hospitalId } = options;
  const affiliation = hospitalId ? await createAffiliation(doctor.id, hospitalId) : null;
  const schedule =
    options.schedule === null
      ? null
      : await createSchedule(doctor.id, { hospitalId: hospitalId ?? null, ...options.schedule });
  return { user, doctor, affiliation, schedule };
}

/**
 * An appointment as a row, without the use cases: CONFIRMED, half an hour, each call at a later time from tomorrow on,
 * so that two of one doctor do not overlap by accident.
 */
export function createAppointment(
  of: { doctorId: string; patientId: string },
  over: Partial<Prisma.AppointmentUncheckedCreateInput> = {},
) {
  const startsAt = over.startsAt
    ? new Date(over.startsAt)
    : new Date(inDays(1, "00:00").getTime() + next() * 30 * MINUTE);
  const endsAt = new Date(startsAt.getTime() + 30 * MINUTE);
  return db.appointment.create({ data: { ...of, status: "CONFIRMED", endsAt, ...over, startsAt } });
}
