import type { Actor } from "@/lib/actor/actor";
import { db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { BY_NAME, startSortedPage } from "@/lib/platform/input/page";
import { isOnTheList } from "./format";
import { canRunDesk } from "./policy";
import { listSlotsAt } from "@/lib/domain/hospitals/queries";

export const affiliatedSelect = {
  id: true,
  version: true,
  status: true,
  statusReason: true,
  createdAt: true,
  department: { select: { id: true, name: true } },
  doctor: {
    select: {
      id: true,
      slug: true,
      name: true,
      languages: true,
      verification: true,
      specialties: {
        select: { specialty: { select: { name: true, slug: true } } },
        orderBy: { specialty: { name: "asc" } },
      },
    },
  },
} satisfies Prisma.AffiliationSelect;

type Row = Prisma.AffiliationGetPayload<{ select: typeof affiliatedSelect }>;
type Day = { from: Date; to: Date };

/** A doctor of the hospital, for its own staff. */
export type AffiliatedDoctor = {
  id: string;
  slug: string;
  name: string;
  specialties: { name: string; slug: string }[];
  languages: string[];
  department: string | null;
  departmentId: string | null;
  affiliationId: string;
  affiliationVersion: number;
  affiliation: "ACTIVE" | "SUSPENDED" | "ENDED";
  /** Why the hospital has suspended the doctor. */
  affiliationReason: string | null;
  verification: "PENDING" | "VERIFIED" | "REJECTED" | "SUSPENDED";
  /** Whether patients can find and book the doctor here. */
  isListed: boolean;
  nextFree: string | null;
  /** The day's visits that are booked, in progress or over; not cancelled ones. */
  today: number;
};

export type DoctorsPage = { limit: number; cursor?: string | undefined; now: Date; day: Day };

/**
 * Returns a page of the hospital's doctors by name: active or suspended, not former ones. Throws `not-found` for
 * everyone but its staff.
 */
export async function listOwnDoctors(actor: Actor, hospitalId: string, page: DoctorsPage) {
  if (!canRunDesk(actor, hospitalId)) throw notFound();
  const { beyond, take, pageBy } = startSortedPage(page, BY_NAME);
  const rows = await db.affiliation.findMany({
    where: {
      hospitalId,
      status: { not: "ENDED" },
      doctor: beyond,
    },
    orderBy: [{ doctor: { name: "asc" } }, { doctor: { id: "asc" } }],
    take,
    select: affiliatedSelect,
  });
  const { items, nextCursor } = pageBy(rows, ({ doctor }) => doctor);
  return { items: await withTimes(hospitalId, items, page), nextCursor };
}

/**
 * Returns every doctor the desk may book at the hospital, for a choice. Throws `not-found` for everyone but its staff.
 */
export async function listBookableDoctors(actor: Actor, hospitalId: string) {
  if (!canRunDesk(actor, hospitalId)) throw notFound();
  const rows = await db.affiliation.findMany({
    where: { hospitalId, status: { not: "ENDED" } },
    orderBy: [{ doctor: { name: "asc" } }, { doctor: { id: "asc" } }],
    take: 1_000,
    select: affiliatedSelect,
  });
  return rows.map(({ status, doctor: { id, name, verification, specialties } }) => ({
    id,
    name,
    specialties: specialties.map(({ specialty }) => specialty),
    isBookable: isOnTheList(status, verification),
  }));
}

/** Adds current values to rows: the next available time here, and how full the day is. */
export async function withTimes(
  hospitalId: string,
  rows: Row[],
  at: { now: Date; day: Day },
): Promise<AffiliatedDoctor[]> {
  const ids = rows.map(({ doctor }) => doctor.id);
  const [slots, counts] = await Promise.all([
    listSlotsAt(hospitalId, ids, at.now),
    countVisits(hospitalId, ids, at.day),
  ]);
  return rows.map(
    ({ id: affiliationId, version, status, statusReason, department, doctor: { specialties, ...doctor } }) => ({
      ...doctor,
      specialties: specialties.map(({ specialty }) => specialty),
      department: department?.name ?? null,
      departmentId: department?.id ?? null,
      affiliationId,
      affiliationVersion: version,
      affiliation: status,
      affiliationReason: statusReason,
      isListed: isOnTheList(status, doctor.verification),
      nextFree: slots.get(doctor.id)?.[0]?.start ?? null,
      today: counts.get(doctor.id) ?? 0,
    }),
  );
}

async function countVisits(hospitalId: string, doctorIds: string[], day: Day): Promise<Map<string, number>> {
  const counts = await db.appointment.groupBy({
    by: ["doctorId"],
    where: {
      hospitalId,
      doctorId: { in: doctorIds },
      startsAt: { gte: day.from, lt: day.to },
      status: { in: ["PENDING", "CONFIRMED", "CHECKED_IN", "IN_PROGRESS", "COMPLETED", "NO_SHOW", "LEFT"] },
    },
    _count: true,
  });
  return new Map(counts.map((row) => [row.doctorId, row._count]));
}
