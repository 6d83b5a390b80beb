import type { Prisma } from "@/lib/platform/db/db";
import { ADMIN_NAME, DOCTORS, PATIENTS, STAFF } from "./people";
import { DEMO_MAIL_DOMAIN } from "./sign-ins";
import { CITIES, HOSPITALS, type CityKey } from "./places";
import { DAY, MINUTE, slugOf, type World } from "./world";

export type DemoPatient = { id: string; userId: string; city: CityKey };

/** Creates everyone's accounts; the four demo sign-ins are the first of each list. */
export function makeAccounts(world: World) {
  const { chance, now } = world;
  const users: Prisma.UserCreateManyInput[] = [];
  const add = (
    mailbox: string,
    name: string,
    city: CityKey,
    more: Partial<Prisma.UserCreateManyInput> = {},
  ): string => {
    const createdAt = new Date(now.getTime() - chance.int(90, 700) * DAY);
    const id = chance.id(createdAt);
    const email = `${mailbox}@${DEMO_MAIL_DOMAIN}`;
    const { passwordHash } = world;
    // Spread over ten days, without a die: what is drawn after it stays as it was.
    const lastSignInAt = new Date(now.getTime() - (1 + ((users.length * 37) % 240)) * 60 * MINUTE);
    users.push({
      id,
      email,
      name,
      passwordHash,
      timeZone: CITIES[city].timeZone,
      lastSignInAt,
      createdAt,
      updatedAt: createdAt,
      ...more,
    });
    return id;
  };
  add("admin", ADMIN_NAME, "berlin", { isAdmin: true });
  const doctorUserIds = DOCTORS.map((plan, index) =>
    add(index === 0 ? "doctor" : slugOf(plan.name), plan.name, plan.city),
  );
  const staffUserIds = STAFF.map(([hospital, name], index) =>
    add(index === 0 ? "hospital" : slugOf(name), name, cityOfHospital(hospital)),
  );
  const patients = PATIENTS.map((plan, index): DemoPatient & { name: string } => {
    const phone = index % 3 === 1 ? `${CITIES[plan.city].phonePrefix}${600 + index}`.replaceAll(" ", "") : null;
    const userId = add(index === 0 ? "patient" : slugOf(plan.name), plan.name, plan.city, { phone });
    return { id: chance.id(now), userId, city: plan.city, name: plan.name };
  });
  return { users, doctorUserIds, staffUserIds, patients };
}

function cityOfHospital(slug: string): CityKey {
  return HOSPITALS.find((hospital) => hospital.slug === slug)?.city ?? "berlin";
}

/** Creates the patients and their own access. */
export function makePatients(world: World, patients: (DemoPatient & { name: string })[]) {
  const { chance, now } = world;
  const rows = patients.map(({ id, name }): Prisma.PatientCreateManyInput => {
    const bornOn = new Date(Date.UTC(chance.int(1940, 2007), chance.int(0, 11), chance.int(1, 28)));
    return { id, name, bornOn };
  });
  const accesses = patients.map(({ id, userId }): Prisma.PatientAccessCreateManyInput => ({
    id: chance.id(now),
    userId,
    patientId: id,
    relation: "SELF",
  }));
  return { rows, accesses };
}

/** Lets the demo patient's partner book for them. */
export function makeHelpers({ chance, now }: World, [patient, partner]: DemoPatient[]) {
  if (!patient || !partner) throw new Error("The demo needs its patient, and a partner.");
  const access = { id: chance.id(now), userId: partner.userId, patientId: patient.id, grantedById: patient.userId };
  return [{ ...access, relation: "SPOUSE", scope: "BOOK" }] satisfies Prisma.PatientAccessCreateManyInput[];
}
