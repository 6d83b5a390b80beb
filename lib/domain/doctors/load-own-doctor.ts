import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { profileSelect } from "./internal/profile-select";
import { findOwnChange } from "./request-change";
import type { DoctorChanges, OwnChange } from "./schema-changes";

const ownSelect = {
  ...profileSelect,
  id: true,
  slug: true,
  timeZone: true,
  services: { select: { serviceId: true, durationMinutes: true, feeMinor: true, currency: true, mode: true } },
} as const;

/** Returns the actor's own professional profile, listed or not. Throws `not-found` for anyone but doctors. */
export async function loadOwnDoctor(actor: Actor) {
  const row = actor.doctorId ? await db.doctor.findUnique({ where: { id: actor.doctorId }, select: ownSelect }) : null;
  if (!row) throw notFound();
  const services = row.services.map((offer) => ({ ...offer, feeMinor: numberOf(offer.feeMinor) }));
  const change: OwnChange<DoctorChanges> | null = await findOwnChange({ kind: "doctor", id: row.id });
  return { ...row, feeMinor: numberOf(row.feeMinor), services, change };
}

const numberOf = (minor: bigint | null) => (minor === null ? null : Number(minor));

export type OwnDoctor = Awaited<ReturnType<typeof loadOwnDoctor>>;

/** Returns the catalogue's services of the doctor's specialties, and those already offered, by name. */
export function listOfferableServices(doctor: OwnDoctor) {
  return db.service.findMany({
    where: {
      OR: [
        { specialtyId: { in: doctor.specialties.map(({ specialtyId }) => specialtyId) } },
        { id: { in: doctor.services.map(({ serviceId }) => serviceId) } },
      ],
    },
    orderBy: { name: "asc" },
    take: 200,
    select: { id: true, name: true, description: true },
  });
}
