import { findOwnChange } from "@/lib/domain/doctors/request-change";
import type { HospitalChanges, OwnChange } from "@/lib/domain/doctors/schema-changes";
import type { Actor } from "@/lib/actor/actor";
import { db, type Db, type Prisma } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { canManage, visibleTo } from "./policy";

const deskSelect = {
  id: true,
  slug: true,
  name: true,
  timeZone: true,
  phone: true,
  verification: true,
} satisfies Prisma.HospitalSelect;
export type DeskHospital = Prisma.HospitalGetPayload<{ select: typeof deskSelect }>;

/** Returns the hospital where the actor works. Throws `not-found` for anyone but staff. */
export async function getDeskHospital(actor: Actor): Promise<DeskHospital> {
  const row = await db.hospital.findFirst({ where: visibleTo(actor), select: deskSelect });
  if (!row) throw notFound();
  return row;
}

const ownSelect = {
  ...deskSelect,
  description: true,
  address: true,
  city: true,
  country: true,
  latitude: true,
  longitude: true,
  videoUrl: true,
  verifiesCallers: true,
  version: true,
  departments: {
    orderBy: { name: "asc" },
    select: { id: true, name: true, _count: { select: { affiliations: { where: { status: { not: "ENDED" } } } } } },
  },
} satisfies Prisma.HospitalSelect;

/** Returns a hospital's full profile, for its own staff. Throws `not-found` for anyone else. */
export async function loadOwnHospital(actor: Actor) {
  const row = await db.hospital.findFirst({ where: visibleTo(actor), select: ownSelect });
  if (!row) throw notFound();
  const { departments, ...rest } = row;
  const change: OwnChange<HospitalChanges> | null = await findOwnChange({ kind: "hospital", id: rest.id });
  return {
    ...rest,
    change,
    departments: departments.map(({ id, name, _count }) => ({ id, name, doctorCount: _count.affiliations })),
  };
}

export type OwnHospital = Awaited<ReturnType<typeof loadOwnHospital>>;

/** Throws `not-found` for other hospitals' staff, `forbidden` for its own who don't manage it. */
export async function requireManaged(client: Db, actor: Actor, hospitalId: string): Promise<void> {
  const row = await client.hospital.findFirst({
    where: { AND: [{ id: hospitalId }, visibleTo(actor)] },
    select: { id: true },
  });
  if (!row) throw notFound();
  if (!canManage(actor, hospitalId)) throw new AppError("forbidden", "Only a manager of the hospital can change this.");
}
