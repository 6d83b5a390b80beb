import type { Prisma } from "@/lib/platform/db/db";
import { makeAccounts, makePatients } from "./accounts";
import { makeAmbulances } from "./ambulances";
import { makeCatalogue } from "./catalogue";
import { Diary } from "./diary";
import { makeDoctors } from "./doctors";
import { fillDiary, fillStory } from "./fill";
import { makeHospitals } from "./hospitals";
import { makeHours } from "./hours";
import { makeInvitations } from "./joining";
import { makeLooks } from "./looks";
import { makeNews } from "./news";
import { Chance } from "./random";
import { makeStays } from "./stays";
import { VisitBook } from "./visits";
import { makeWards } from "./wards";
import { MINUTE } from "./world";

const SEED = 20_261_123;

/** Returns all rows of the demo. The same `now` (to the minute) always gives the same rows. */
export function makeDemo(at: Date, passwordHash: string) {
  const now = new Date(Math.floor(at.getTime() / MINUTE) * MINUTE);
  const world = { now, chance: new Chance(SEED), passwordHash };
  const accounts = makeAccounts(world);
  const patients = makePatients(world, accounts.patients);
  const hospitals = makeHospitals(world, accounts.staffUserIds);
  const catalogue = makeCatalogue();
  const medical = makeDoctors(
    world,
    accounts.doctorUserIds,
    catalogue,
    hospitals.hospitals.filter((one) => one.isVerified),
  );
  const open = medical.doctors.filter((doctor) => !doctor.verification);
  const hours = open.map((doctor, index) => makeHours(world, doctor, index));
  const diaries = open.map((doctor, index) => new Diary(doctor, hours[index] ?? [], now));

  const book = new VisitBook(world, accounts.patients);
  const [[demoPatient], [demoDoctor]] = [accounts.patients, open];
  const [demoManager] = hospitals.staff;
  if (!demoPatient || !demoDoctor || !demoManager) throw new Error("The demo needs its patient, doctor and manager.");
  fillStory(world, book, diaries, demoPatient);
  diaries.forEach((diary, index) => fillDiary(world, book, diary, index === 0));

  const listed = hospitals.hospitals.filter((one) => one.isVerified);
  const wards = makeWards(world, listed);
  const stays = makeStays(world, listed, wards, demoPatient);
  const ambulances = makeAmbulances(world, listed);

  const nextFree = new Map(diaries.map((diary) => [diary.doctor.id, diary.nextFree(now)]));
  const doctors = medical.rows.map((row) => ({
    ...row,
    nextSlotAt: nextFree.get(row.id) ?? null,
    nextSlotCheckedAt: now,
  }));
  return {
    users: accounts.users,
    patients: [...patients.rows, ...stays.inPatients],
    accesses: patients.accesses,
    hospitals: hospitals.rows,
    departments: hospitals.departments,
    staff: hospitals.staff,
    wards: wards.wards,
    beds: wards.beds,
    bedBookings: stays.bookings,
    bedStays: stays.stays,
    ambulances: ambulances.vehicles,
    ambulanceBookings: ambulances.calls,
    ambulanceOffers: ambulances.offers,
    invitations: makeInvitations(world, medical.doctors, listed, hospitals.staff),
    specialties: catalogue.specialties,
    services: catalogue.services.map(({ minutes: _minutes, ...row }): Prisma.ServiceCreateManyInput => row),
    doctors,
    doctorSpecialties: medical.specialties,
    doctorServices: medical.offers,
    affiliations: medical.affiliations,
    schedules: hours.flat() as Prisma.ScheduleCreateManyInput[],
    appointments: book.visits,
    encounters: book.notes,
    looks: makeLooks({
      notes: book.notes,
      stays: stays.bookings,
      doctors: medical.rows,
      patient: demoPatient,
      manager: demoManager,
    }),
    notifications: makeNews(world, book.visits, { doctor: demoDoctor, patient: demoPatient }),
  };
}
export type Demo = ReturnType<typeof makeDemo>;
