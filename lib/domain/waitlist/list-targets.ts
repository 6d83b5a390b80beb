import { publiclyListed as listedDoctor } from "@/lib/domain/doctors/policy";
import { publiclyListed as listedHospital } from "@/lib/domain/hospitals/policy";
import { db, type Prisma } from "@/lib/platform/db/db";

/** What someone can wait for without naming a doctor, for a list of choices. */
export type TargetChoice = {
  label: string;
  target: { hospitalId: string; specialtyId?: string; serviceId?: string };
};

const MOST = 200;
const byName = { orderBy: { name: "asc" }, take: MOST, select: { id: true, name: true } } as const;
const listedAt = (hospitalId: string): Prisma.DoctorWhereInput => ({
  ...listedDoctor,
  schedules: { some: { hospitalId, closedAt: null } },
});

/** Returns the specialties and services of those who have hours at a hospital. */
export async function listTargetsAt(hospitalId: string): Promise<TargetChoice[]> {
  const where = { doctors: { some: { doctor: listedAt(hospitalId) } } };
  const [specialties, services] = await Promise.all([
    db.specialty.findMany({ where, ...byName }),
    db.service.findMany({ where, ...byName }),
  ]);
  return [
    ...specialties.map(({ id, name }) => ({
      label: `${name}, any doctor`,
      target: { hospitalId, specialtyId: id },
    })),
    ...services.map(({ id, name }) => ({ label: name, target: { hospitalId, serviceId: id } })),
  ];
}

/** Returns the hospitals where someone with hours offers a service. */
export async function listTargetsOf(serviceId: string): Promise<TargetChoice[]> {
  const schedules = { some: { closedAt: null, doctor: { ...listedDoctor, services: { some: { serviceId } } } } };
  const hospitals = await db.hospital.findMany({ where: { ...listedHospital, schedules }, ...byName });
  return hospitals.map(({ id, name }) => ({ label: name, target: { hospitalId: id, serviceId } }));
}
