import type { Prisma } from "@/lib/platform/db/db";
import { STAFF } from "./people";
import { CITIES, HOSPITALS, type HospitalPlan } from "./places";
import { DAY, type World } from "./world";

export type DemoHospital = HospitalPlan & { id: string; departmentIds: string[] };

/** Words by which a specialty finds its department; the rest belongs to internal medicine. */
const DEPARTMENT_WORDS: Record<string, RegExp> = {
  cardiology: /heart|cardio/i,
  pulmonology: /lungs/i,
  orthopaedics: /orthop|bones|surgery/i,
  gynaecology: /wom[ae]n|maternity/i,
  paediatrics: /children/i,
  neurology: /neuro|nerves/i,
  psychiatry: /mind|neuro/i,
  ophthalmology: /senses|eyes/i,
  ent: /senses|ears/i,
};

/** Returns a specialty's department in a hospital. */
export function departmentFor(hospital: DemoHospital, specialty: string | undefined): string | undefined {
  const word = DEPARTMENT_WORDS[specialty ?? ""] ?? /internal/i;
  const index = hospital.departments.findIndex((name) => word.test(name));
  return hospital.departmentIds[Math.max(0, index)];
}

/** Creates hospitals with their departments and staff; one awaits verification. */
export function makeHospitals(world: World, staffUserIds: string[]) {
  const { chance, now } = world;
  const departments: Prisma.DepartmentCreateManyInput[] = [];
  const rows: Prisma.HospitalCreateManyInput[] = [];
  const hospitals = HOSPITALS.map((plan): DemoHospital => {
    const createdAt = new Date(now.getTime() - (plan.isVerified ? chance.int(700, 900) : 2) * DAY);
    const id = chance.id(createdAt);
    const { slug, name, description, address, latitude, longitude, phone } = plan;
    const { name: city, country, timeZone } = CITIES[plan.city];
    const verified = plan.isVerified
      ? ({ verification: "VERIFIED", verifiedAt: new Date(createdAt.getTime() + DAY) } as const)
      : ({ verification: "PENDING" } as const);
    rows.push({
      id,
      slug,
      name,
      description,
      address,
      city,
      country,
      latitude,
      longitude,
      timeZone,
      phone,
      ...verified,
      createdAt,
      updatedAt: createdAt,
    });
    const departmentIds = plan.departments.map((department) => {
      const departmentId = chance.id(createdAt);
      departments.push({ id: departmentId, hospitalId: id, name: department });
      return departmentId;
    });
    return { ...plan, id, departmentIds };
  });
  const staff = STAFF.map(([slug, , role], index): Prisma.HospitalStaffCreateManyInput => {
    const hospital = hospitals.find((one) => one.slug === slug);
    const userId = staffUserIds[index];
    if (!hospital || !userId) throw new Error("Staff of a hospital that is not there.");
    return { id: chance.id(now), userId, hospitalId: hospital.id, role };
  });
  return { hospitals, rows, departments, staff };
}
