import { getHospitalPage, searchListedHospitals } from "@/lib/domain/analytics/queries";
import { searchDoctors } from "@/lib/domain/directory/queries";
import { getDoctorProfile } from "@/lib/domain/doctors/queries";

import { listHospitalDoctors, listTowns } from "@/lib/domain/hospitals/queries";
import { searchHospitals } from "@/lib/domain/hospitals/search-hospitals";
import { getAvailability } from "@/lib/domain/schedules/queries";
import { getService, listServices, listSpecialties, listSpecialtyPage } from "@/lib/domain/services/queries";
import { listTargetsAt, listTargetsOf } from "@/lib/domain/waitlist/list-targets";
import { db } from "@/lib/platform/db/db";
import { withPageNotes } from "@/lib/platform/page-notes/page-notes";
import { SHARED_PAGES } from "@/lib/site/shared-pages";
import {
  createAmbulance,
  createAppointment,
  createBed,
  createDoctor,
  createHospital,
  createPatient,
  createService,
  inDays,
} from "../support/factories";

/** A hospital and a doctor with one of everything that a page of everyone's can show. */
export async function createPublicWorld() {
  const place = {
    city: "Mitte",
    country: "DE",
    latitude: 52.5,
    longitude: 13.4,
    phone: "+49 30 5550100",
    address: "A street",
  };
  const hospital = await createHospital({ ...place, description: "Words" });
  const department = await db.department.create({ data: { hospitalId: hospital.id, name: "Department" } });
  const { doctor, affiliation } = await createDoctor({
    hospitalId: hospital.id,
    over: { ...place, languages: ["en"], feeMinor: 5_000n },
  });
  await db.affiliation.update({ where: { id: affiliation!.id }, data: { departmentId: department.id } });
  const service = await createService({ doctorId: doctor.id });
  await db.doctorSpecialty.create({ data: { doctorId: doctor.id, specialtyId: service.specialtyId } });
  const { patient } = await createPatient();
  await createAppointment(
    { doctorId: doctor.id, patientId: patient.id },
    { hospitalId: hospital.id, startsAt: inDays(1, "10:00") },
  );
  const bed = await createBed(hospital.id);
  const ambulance = await createAmbulance(hospital.id);
  const startsAt = new Date(Date.now() - 60_000);
  const closure = await db.wardClosure.create({
    data: {
      hospitalId: hospital.id,
      wardId: bed.wardId,
      isWholeWard: false,
      reason: "STAFFING",
      startsAt,
      tellAt: startsAt,
    },
  });
  await db.wardClosureBed.create({ data: { closureId: closure.id, hospitalId: hospital.id, bedId: bed.id } });
  const free = await createBed(hospital.id, { ward: { id: bed.wardId } });
  const stay = { hospitalId: hospital.id, patientId: patient.id, wardKind: "GENERAL", startsAt } as const;
  await db.bedBooking.create({ data: { ...stay, bedId: free.id, status: "RESERVED", reservedUntil: inDays(1) } });
  const call = {
    kind: "BASIC",
    pickupLatitude: 52.5,
    pickupLongitude: 13.4,
    contactName: "Ada",
    contactPhone: "+49 30 5550101",
  } as const;
  await db.ambulanceBooking.create({
    data: {
      ...call,
      hospitalId: hospital.id,
      ambulanceId: ambulance.id,
      status: "DISPATCHED",
      dispatchedAt: new Date(),
      trackingTokenHash: hospital.id,
    },
  });
  return { hospital, doctor, service, patient };
}
export type PublicWorld = Awaited<ReturnType<typeof createPublicWorld>>;

/** What each page of everyone's reads, by its route. */
const readsOf = ({ hospital, doctor, service }: PublicWorld, now: Date): Record<string, () => Promise<unknown>[]> => {
  const days = { from: inDays(1, "00:00").toISOString(), to: inDays(8, "00:00").toISOString() };
  const [soonest, page] = [{ sort: "soonest" as const }, { limit: 50, now }];
  const availability = () => getAvailability(doctor.id, days).then(({ asOf: _, ...rest }) => rest);
  const capacityOf = <T extends { capacity: { asOf: string } }>(one: T) => ({
    ...one,
    capacity: { ...one.capacity, asOf: "" },
  });
  const listed = () => searchListedHospitals({}, { limit: 50 }).then(({ items }) => items.map(capacityOf));
  return {
    "/": () => [searchDoctors(soonest, { limit: 3, now }), listSpecialties()],
    "/doctors": () => [
      searchDoctors(soonest, page),
      searchDoctors({ ...soonest, availableFrom: days.from.slice(0, 10) }, page),
      listSpecialties(),
    ],
    "/doctors/[slug]": () => [getDoctorProfile({ slug: doctor.slug }, now), availability()],
    "/hospitals": () => [listed()],
    "/hospitals/[slug]": () => [
      getHospitalPage({ slug: hospital.slug }).then(capacityOf),
      listHospitalDoctors(hospital.id, page),
      listTargetsAt(hospital.id),
    ],
    "/services": () => [listServices({}, page)],
    "/services/[slug]": () => [
      getService(service.slug, now),
      searchDoctors({ ...soonest, service: service.slug }, page),
      listTargetsOf(service.id),
    ],
    "/emergency": () => [listTowns(), searchHospitals({}, { limit: 50 })],
    "/api/doctors": () => [searchDoctors({ ...soonest, sort: "fee" }, page)],
    "/api/doctors/{id}": () => [getDoctorProfile({ id: doctor.id }, now)],
    "/api/doctors/{id}/availability": () => [availability()],
    "/api/hospitals": () => [listed()],
    "/api/hospitals/{id}": () => [getHospitalPage({ id: hospital.id }).then(capacityOf)],
    "/api/hospitals/{id}/doctors": () => [listHospitalDoctors(hospital.id, page)],
    "/api/services": () => [listServices({}, page)],
    "/api/specialties": () => [listSpecialtyPage({ limit: 50 })],
  };
};

const written = (value: unknown) =>
  JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? `${one}n` : one));

/** Reads every page: what is on it, as text, and the tags it would be kept under. */
export async function readPages(world: PublicWorld, now: Date) {
  const reads = readsOf(world, now);
  return Promise.all(
    SHARED_PAGES.map(async ({ route, tags }) => {
      let reading: Promise<string> = Promise.resolve("");
      const notes = withPageNotes(() => {
        const parts = reads[route]?.() ?? [];
        reading = Promise.allSettled(parts).then((all) =>
          written(all.map((one) => (one.status === "fulfilled" ? one.value : String(one.reason)))),
        );
      });
      const text = await reading;
      return { route, text, tags: new Set([...tags, ...notes.tags]) };
    }),
  );
}
export const routesRead = (world: PublicWorld) => Object.keys(readsOf(world, new Date()));
