import { requireManaged } from "@/lib/domain/hospitals/load-own-hospital";
import { findSearchQuery } from "@/lib/domain/directory/find-search-query";
import { searchHospitals } from "@/lib/domain/hospitals/search-hospitals";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import type { InvitableDoctor, JoinableHospital } from "../schema";
import { invitableDoctors } from "../statements";

const MAX_RESULTS = 10;

/**
 * Finds at most ten listed doctors of that name who are neither at the hospital nor about to join it. Throws
 * `not-found`, `forbidden` for anyone who doesn't manage it.
 */
export async function searchInvitableDoctors(
  actor: Actor,
  { hospitalId, name }: { hospitalId: string; name: string },
): Promise<InvitableDoctor[]> {
  await requireManaged(db, actor, hospitalId);
  const query = await findSearchQuery(name);
  if (query === null) return [];
  const rows = await invitableDoctors(db, { hospitalId, name, query, limit: MAX_RESULTS });
  const doctors = await db.doctor.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    select: {
      id: true,
      name: true,
      city: true,
      specialties: {
        select: { specialty: { select: { name: true, slug: true } } },
        orderBy: { specialty: { name: "asc" } },
      },
    },
  });
  const byId = new Map(doctors.map((doctor) => [doctor.id, doctor]));
  return rows.flatMap(({ id }) => {
    const doctor = byId.get(id);
    return doctor
      ? [
          {
            id,
            name: doctor.name,
            city: doctor.city,
            specialties: doctor.specialties.map(({ specialty }) => specialty),
          },
        ]
      : [];
  });
}

/**
 * Finds at most ten listed hospitals of that name that the doctor neither is at nor is about to join. Throws
 * `not-found` for anyone but doctors.
 */
export async function searchJoinableHospitals(actor: Actor, { name }: { name: string }): Promise<JoinableHospital[]> {
  const { doctorId } = actor;
  if (!doctorId) throw notFound();
  const [{ items }, taken] = await Promise.all([
    searchHospitals({ q: name }, { limit: 3 * MAX_RESULTS }),
    placesTaken(doctorId),
  ]);
  return items
    .filter(({ id }) => !taken.has(id))
    .slice(0, MAX_RESULTS)
    .map(({ id, name: called, city }) => ({ id, name: called, city }));
}

async function placesTaken(doctorId: string): Promise<Set<string>> {
  const [affiliations, pending] = await Promise.all([
    db.affiliation.findMany({
      where: { doctorId, status: { not: "ENDED" } },
      select: { hospitalId: true },
      take: 1_000,
    }),
    db.doctorInvitation.findMany({
      where: { doctorId, status: "PENDING", expiresAt: { gt: new Date() } },
      select: { hospitalId: true },
      take: 1_000,
    }),
  ]);
  return new Set([...affiliations, ...pending].map(({ hospitalId }) => hospitalId));
}
