import type { Prisma } from "@/lib/platform/db/db";
import type { Catalogue } from "./catalogue";
import { departmentFor, type DemoHospital } from "./hospitals";
import { DOCTORS, type DoctorPlan } from "./people";
import { CITIES } from "./places";
import { SPECIALTIES } from "./specialties";
import { DAY, slugOf, type World } from "./world";

type Offered = { serviceId: string; durationMinutes: number; mode: "IN_PERSON" | "VIDEO" };
export type DemoDoctor = DoctorPlan & {
  id: string;
  userId: string;
  /** The hospital for doctors who work in one. */
  hospital: DemoHospital | null;
  services: Offered[];
};

/** Doctors with their specialties, services and affiliations. */
export function makeDoctors(world: World, userIds: string[], catalogue: Catalogue, hospitals: DemoHospital[]) {
  const rows: ReturnType<typeof doctorRow>[] = [];
  const specialties: Prisma.DoctorSpecialtyCreateManyInput[] = [];
  const offers: Prisma.DoctorServiceCreateManyInput[] = [];
  const affiliations: Prisma.AffiliationCreateManyInput[] = [];
  const doctors = DOCTORS.map((plan, index): DemoDoctor => {
    const row = doctorRow(world, plan, userIds[index] ?? "", index);
    rows.push(row);
    const specialtyIds = plan.specialties.map(
      (slug) => catalogue.specialties.find((one) => one.slug === slug)?.id ?? "",
    );
    specialties.push(...specialtyIds.map((specialtyId) => ({ doctorId: row.id, specialtyId })));
    const mine = catalogue.services.filter((service) => specialtyIds.includes(service.specialtyId));
    const services = mine.map((service, n) => offerOf(world, row, service, n));
    offers.push(...services);
    const hospital = plan.works === "practice" ? null : (hospitals.find((one) => one.city === plan.city) ?? null);
    if (hospital) {
      const { chance } = world;
      const createdAt = row.createdAt;
      affiliations.push({
        id: chance.id(createdAt),
        doctorId: row.id,
        hospitalId: hospital.id,
        departmentId: departmentFor(hospital, plan.specialties[0]) ?? null,
        createdAt,
      });
    }
    return { ...plan, id: row.id, userId: row.userId, hospital, services };
  });
  return { doctors, rows, specialties, offers, affiliations };
}

function doctorRow(world: World, plan: DoctorPlan, userId: string, index: number) {
  const { chance, now } = world;
  const city = CITIES[plan.city];
  const verification = plan.verification ?? "VERIFIED";
  const createdAt = new Date(now.getTime() - (verification === "PENDING" ? index % 5 : chance.int(120, 650)) * DAY);
  const steps = Math.floor((city.fee.to - city.fee.from) / city.fee.step);
  return {
    id: chance.id(createdAt),
    userId,
    slug: slugOf(plan.name),
    name: plan.name,
    registrationNumber: `${city.country}-${String(104_729 + index * 7919)}`,
    biography: biographyOf(plan, chance.int(6, 29)),
    languages: [...plan.languages],
    feeMinor: city.fee.from + chance.int(0, steps) * city.fee.step,
    currency: city.currency,
    timeZone: city.timeZone,
    ...(plan.works === "hospital" ? {} : { ...practiceOf(world, plan), phone: `${city.phonePrefix}${100 + index}` }),
    verification,
    verificationReason: verification === "REJECTED" ? "The registration number could not be found." : null,
    verifiedAt: verification === "VERIFIED" ? new Date(createdAt.getTime() + DAY) : null,
    createdAt,
    updatedAt: createdAt,
  } satisfies Prisma.DoctorCreateManyInput;
}

/** A practice of one's own, in the city within about six kilometres. */
function practiceOf({ chance }: World, plan: DoctorPlan) {
  const city = CITIES[plan.city];
  const family = plan.name.split(" ").at(-1) ?? "";
  return {
    practiceName: `${family} practice`,
    address: `${chance.pick(city.streets)} ${chance.int(1, 90)}, ${city.name}`,
    city: city.name,
    country: city.country,
    latitude: round(city.latitude + (chance.next() - 0.5) * 0.1),
    longitude: round(city.longitude + (chance.next() - 0.5) * 0.12),
  };
}

const round = (degrees: number) => Math.round(degrees * 10_000) / 10_000;

function biographyOf(plan: DoctorPlan, years: number): string {
  const family = plan.name.split(" ").at(-1) ?? "";
  const fields = plan.specialties
    .map((slug) => SPECIALTIES.find((one) => one.slug === slug)?.name.toLowerCase() ?? slug)
    .join(" and ");
  const where = {
    hospital: "in the hospital's out-patient clinic",
    practice: "in a practice of their own",
    both: "at the hospital and in a practice of their own",
  };
  return (
    `Dr. ${family} has worked in ${fields} for ${years} years and sees patients ${where[plan.works]}. ` +
    "Known for taking the time to explain what was found, what can be done, and what may be left alone."
  );
}

function offerOf(
  { chance }: World,
  doctor: { id: string; feeMinor: number; currency: string },
  service: { id: string; minutes: number },
  n: number,
) {
  return {
    id: chance.id(new Date(0)),
    doctorId: doctor.id,
    serviceId: service.id,
    durationMinutes: service.minutes,
    feeMinor: n === 0 ? doctor.feeMinor : Math.round((doctor.feeMinor * chance.int(8, 15)) / 10 / 100) * 100,
    currency: doctor.currency,
    // Some of the additional services are consultations that need no room.
    mode: n > 0 && chance.is(0.3) ? ("VIDEO" as const) : ("IN_PERSON" as const),
  };
}
