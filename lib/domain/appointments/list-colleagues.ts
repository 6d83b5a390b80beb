import { publiclyListed } from "@/lib/domain/doctors/policy";
import type { Db } from "@/lib/platform/db/db";

const MAX_COLLEAGUES = 20;

type Visit = { doctorId: string; hospitalId: string | null; serviceId: string | null };

/**
 * Returns the colleagues who can take a visit over: listed doctors of the same specialty at the same hospital, who offer
 * the same service. None for a doctor's own practice.
 */
export async function listColleagues(client: Db, { doctorId, hospitalId, serviceId }: Visit) {
  if (hospitalId === null) return [];
  return client.doctor.findMany({
    where: {
      id: { not: doctorId },
      ...publiclyListed,
      affiliations: { some: { hospitalId, status: "ACTIVE" } },
      specialties: { some: { specialty: { doctors: { some: { doctorId } } } } },
      ...(serviceId === null ? {} : { services: { some: { serviceId } } }),
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MAX_COLLEAGUES,
    select: { id: true, name: true },
  });
}
