import type { Prisma } from "@/lib/platform/db/db";
import { makeAccounts, makeHelpers, makePatients, type DemoPatient } from "./accounts";
import { makeAmbulances } from "./ambulances";
import { makeBackgrounds } from "./background";
import { makeCatalogue } from "./catalogue";
import { Diary } from "./diary";
import { makeDoctors, type DemoDoctor } from "./doctors";
import { fillDiary, fillStory } from "./fill";
import { makeHospitals, type DemoHospital } from "./hospitals";
import { makeHours } from "./hours";
import { makeInvitations } from "./joining";
import { makeLooks } from "./looks";
import { makeNotifications } from "./notifications";
import { makeQuestions } from "./questions";
import { Chance } from "./random";
import { makeRecalls } from "./recalls";
import { answerReminders } from "./reminders";
import { makeEmergencies, makeGrants } from "./sharing";
import { makeStays } from "./stays";
import { VisitBook } from "./visits";
import { makeWaitlist } from "./waitlist";
import { makeWards } from "./wards";
import { MINUTE, type World } from "./world";

const SEED = 20_261_123;

/** Returns all rows of the demo. The same `now` (to the minute) always gives the same rows. */
export function makeDemo(at: Date, passwordHash: string) {
  const now = new Date(Math.floor(at.getTime() / MINUTE) * MINUTE);
  const world = { now, chance: new Chance(SEED), passwordHash };
  const accounts = makeAccounts(world);
  const patients = makePatients(world, accounts.patients);
  const hospitals = makeHospitals(world, accounts.staffUserIds);
  const catalogue = makeCatalogue();
  const listed = hospitals.hospitals.filter((one) => one.isVerified);
  const medical = makeDoctors(world, accounts.doctorUserIds, catalogue, listed);
  const open = medical.doctors.filter((doctor) => !doctor.verification);
  const { hours, diaries, book, written, demoPatient, demoDoctor } = makeVisits(world, accounts.patients, open);
  const [demoManager] = hospitals.staff;
  if (!demoManager) throw new Error("The demo needs its manager.");
  const { inPatients, ...operations } = makeOperations(world, listed, demoPatient);

  const doctors = withNextSlots(medical.rows, diaries, now);
  return {
    users: accounts.users,
    patients: [...patients.rows, ...inPatients],
    accesses: patients.accesses,
    hospitals: hospitals.rows,
    departments: hospitals.departments,
    staff: hospitals.staff,
    ...operations,
    invitations: makeInvitations(world, medical.doctors, listed, hospitals.staff),
    specialties: catalogue.specialties,
    services: catalogue.services.map(({ minutes: _minutes, ...row }): Prisma.ServiceCreateManyInput => row),
    doctors,
    doctorSpecialties: medical.specialties,
    doctorServices: medical.offers,
    affiliations: medical.affiliations,
    schedules: hours.flat() as Prisma.ScheduleCreateManyInput[],
    ...written,
    backgrounds: makeBackgrounds(world, accounts.patients),
    grants: makeGrants(world, accounts.patients, open, book.visits),
    emergencies: makeEmergencies(world, accounts.patients, open, book.visits),
    looks: makeLooks({
      notes: book.notes,
      stays: operations.bedBookings,
      doctors: medical.rows,
      patient: demoPatient,
      manager: demoManager,
    }),
    notifications: makeNotifications(world, book.visits, { doctor: demoDoctor, patient: demoPatient }),
    helpers: makeHelpers(world, accounts.patients),
  };
}

/** Adds to doctors when they are free next. */
function withNextSlots<Row extends { id: string }>(rows: Row[], diaries: Diary[], now: Date) {
  const nextFree = new Map(diaries.map((diary) => [diary.doctor.id, diary.nextFree(now)]));
  return rows.map((row) => ({ ...row, nextSlotAt: nextFree.get(row.id) ?? null, nextSlotCheckedAt: now }));
}

/** Creates the doctors' hours, and the visits in them. */
function makeVisits(world: World, patients: DemoPatient[], doctors: DemoDoctor[]) {
  const hours = doctors.map((doctor, index) => makeHours(world, doctor, index));
  const diaries = doctors.map((doctor, index) => new Diary(doctor, hours[index] ?? [], world.now));
  const book = new VisitBook(world, patients);
  const [[demoPatient], [demoDoctor]] = [patients, doctors];
  if (!demoPatient || !demoDoctor) throw new Error("The demo needs its patient and its doctor.");
  fillStory(world, book, diaries, demoPatient);
  diaries.forEach((diary, index) => fillDiary(world, book, diary, index === 0));
  // Numbers of its own, so that what is created afterwards stays the same.
  const questions = makeQuestions({ ...world, chance: new Chance(SEED + 1) }, demoDoctor, book.visits, patients);
  const waitlist = makeWaitlist({ ...world, chance: new Chance(SEED + 2) }, demoDoctor, book.visits, patients);
  const own = { doctor: demoDoctor, patient: demoPatient };
  const recalls = makeRecalls({ ...world, chance: new Chance(SEED + 3) }, book.visits, doctors, own);
  const appointments = answerReminders(world, book.visits, demoPatient);
  const written = { appointments, encounters: book.notes, waitlist, ...questions, recalls };
  return { hours, diaries, book, written, demoPatient, demoDoctor };
}

/** Creates the hospitals' wards with the stays there, and their vehicles with the calls. */
function makeOperations(world: World, hospitals: DemoHospital[], demoPatient: DemoPatient) {
  const wards = makeWards(world, hospitals);
  const stays = makeStays(world, hospitals, wards, demoPatient);
  const ambulances = makeAmbulances(world, hospitals);
  return {
    inPatients: stays.inPatients,
    wards: wards.wards,
    beds: wards.beds,
    bedBookings: stays.bookings,
    bedStays: stays.stays,
    ambulances: ambulances.vehicles,
    ambulanceBookings: ambulances.calls,
    ambulanceOffers: ambulances.offers,
  };
}

export type Demo = ReturnType<typeof makeDemo>;
