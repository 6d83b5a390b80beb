import type { Actor } from "@/lib/actor/actor";
import { db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { BY_NAME, startSortedPage } from "@/lib/platform/input/page";
import { canRunDesk } from "@/lib/domain/front-desk/policy";
import type { DepartmentOutput } from "./schema-departments";

const MAX_DEPARTMENTS = 200;
const MAX_DOCTORS = 1_000;
const MAX_WARDS = 1_000;

const here = {
  affiliations: { where: { status: { not: "ENDED" } } },
  wards: { where: { removedAt: null } },
} as const satisfies Prisma.DepartmentCountOutputTypeSelect;
const departmentSelect = { id: true, name: true, _count: { select: here } } satisfies Prisma.DepartmentSelect;

type Row = Prisma.DepartmentGetPayload<{ select: typeof departmentSelect }>;
const toOutput = ({ id, name, _count }: Row): DepartmentOutput => ({
  id,
  name,
  doctorCount: _count.affiliations,
  wardCount: _count.wards,
});

/** A page of a hospital's departments by name, for its staff. Throws `not-found` for everyone else. */
export async function listDepartments(
  actor: Actor,
  hospitalId: string,
  page: { limit: number; cursor?: string | undefined },
) {
  if (!canRunDesk(actor, hospitalId)) throw notFound();
  const { beyond, orderBy, take, pageOf } = startSortedPage(page, BY_NAME);
  const rows = await db.department.findMany({
    where: {
      hospitalId,
      AND: [beyond],
    },
    orderBy,
    take,
    select: departmentSelect,
  });
  const { items, nextCursor } = pageOf(rows);
  return { items: items.map(toOutput), nextCursor };
}

/** A doctor or a ward in its department; `version` is what a move must expect. */
export type DepartmentDoctor = {
  affiliationId: string;
  doctorId: string;
  version: number;
  name: string;
  specialties: string[];
  isSuspended: boolean;
};
export type DepartmentWard = { id: string; version: number; name: string; kind: string; bedCount: number };
export type DepartmentParts = { doctors: DepartmentDoctor[]; wards: DepartmentWard[] };

/**
 * Returns every department of a hospital with its doctors and wards, and those in none, for its staff. Bounded by a
 * hospital's maximum: 200 departments, a thousand doctors and wards. Throws `not-found` for everyone else.
 */
export async function loadDepartments(actor: Actor, hospitalId: string) {
  if (!canRunDesk(actor, hospitalId)) throw notFound();
  const [departments, doctors, wards] = await Promise.all([
    db.department.findMany({
      where: { hospitalId },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: MAX_DEPARTMENTS,
      select: departmentSelect,
    }),
    readDoctors(hospitalId),
    readWards(hospitalId),
  ]);
  const partsOf = (departmentId: string | null): DepartmentParts => ({
    doctors: doctors.get(departmentId) ?? [],
    wards: wards.get(departmentId) ?? [],
  });
  return { departments: departments.map((row) => ({ ...toOutput(row), ...partsOf(row.id) })), none: partsOf(null) };
}

export type OwnDepartments = Awaited<ReturnType<typeof loadDepartments>>;

async function readDoctors(hospitalId: string): Promise<Map<string | null, DepartmentDoctor[]>> {
  const rows = await db.affiliation.findMany({
    where: { hospitalId, status: { not: "ENDED" } },
    orderBy: [{ doctor: { name: "asc" } }, { id: "asc" }],
    take: MAX_DOCTORS,
    select: {
      id: true,
      version: true,
      status: true,
      departmentId: true,
      doctor: {
        select: {
          id: true,
          name: true,
          specialties: { select: { specialty: { select: { name: true } } }, orderBy: { specialty: { name: "asc" } } },
        },
      },
    },
  });
  return grouped(rows, ({ id, version, status, doctor }) => ({
    affiliationId: id,
    version,
    doctorId: doctor.id,
    name: doctor.name,
    specialties: doctor.specialties.map(({ specialty }) => specialty.name),
    isSuspended: status === "SUSPENDED",
  }));
}

async function readWards(hospitalId: string): Promise<Map<string | null, DepartmentWard[]>> {
  const rows = await db.ward.findMany({
    where: { hospitalId, removedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MAX_WARDS,
    select: {
      id: true,
      version: true,
      name: true,
      kind: true,
      departmentId: true,
      _count: { select: { beds: { where: { removedAt: null } } } },
    },
  });
  return grouped(rows, ({ id, version, name, kind, _count }) => ({ id, version, name, kind, bedCount: _count.beds }));
}

function grouped<R extends { departmentId: string | null }, T>(rows: R[], of: (row: R) => T): Map<string | null, T[]> {
  const groups = new Map<string | null, T[]>();
  for (const row of rows) groups.set(row.departmentId, [...(groups.get(row.departmentId) ?? []), of(row)]);
  return groups;
}
