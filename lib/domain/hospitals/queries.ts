import { cardSelect, cardOf } from "@/lib/domain/directory/list-cards";
import { publiclyListed as listedDoctor } from "@/lib/domain/doctors/policy";
import { listOffers } from "@/lib/domain/schedules/queries";
import { offeredSlots } from "@/lib/domain/schedules/rules";
import type { Prisma } from "@/lib/platform/db/db";
import { published } from "@/lib/platform/db/published";
import { sql } from "@/lib/platform/db/sql";
import { notFound } from "@/lib/platform/errors/app-error";
import { BY_NAME, startSortedPage } from "@/lib/platform/input/page";
import { publicSelect } from "./internal/public-select";
import { publiclyListed } from "./policy";
import { townsOf, type Town } from "./rules-towns";
import type { HospitalDoctor, HospitalProfile } from "./schema";
import { DAY_MS } from "@/lib/platform/time/iso-text";

const SLOTS = 3;

const profileSelect = {
  ...publicSelect,
  departments: {
    orderBy: { name: "asc" },
    select: {
      id: true,
      name: true,
      _count: { select: { affiliations: { where: { status: "ACTIVE", doctor: listedDoctor } } } },
    },
  },
} satisfies Prisma.HospitalSelect;

/** Returns the public profile of a listed hospital, by ID or slug. Throws `not-found` for all others alike. */
export async function getHospitalProfile(by: { id: string } | { slug: string }): Promise<HospitalProfile> {
  const row = await published.hospital.findFirst({ where: { ...by, ...publiclyListed }, select: profileSelect });
  if (!row) throw notFound();
  const { _count, departments, ...rest } = row;
  return {
    ...rest,
    doctorCount: _count.affiliations,
    departments: departments.map(({ id, name, _count: counted }) => ({ id, name, doctorCount: counted.affiliations })),
  };
}

/**
 * Returns a page of a listed hospital's doctors by name, each with the next available times there. Throws `not-found`
 * for an unlisted hospital.
 */
export async function listHospitalDoctors(
  hospitalId: string,
  page: { limit: number; cursor?: string | undefined; now?: Date },
): Promise<{ items: HospitalDoctor[]; nextCursor: string | null }> {
  const hospital = await published.hospital.findFirst({
    where: { id: hospitalId, ...publiclyListed },
    select: { id: true },
  });
  if (!hospital) throw notFound();
  const { beyond, take, pageBy } = startSortedPage(page, BY_NAME);
  const rows = await published.affiliation.findMany({
    where: {
      hospitalId,
      status: "ACTIVE",
      doctor: {
        ...listedDoctor,
        AND: [beyond],
      },
    },
    orderBy: [{ doctor: { name: "asc" } }, { doctor: { id: "asc" } }],
    take,
    select: { department: { select: { name: true } }, doctor: { select: cardSelect } },
  });
  const { items, nextCursor } = pageBy(rows, ({ doctor }) => doctor);
  const slots = await listSlotsAt(
    hospitalId,
    items.map(({ doctor }) => doctor.id),
    page.now ?? new Date(),
  );
  return {
    nextCursor,
    items: items.map(({ doctor, department }) => {
      const { distanceKm: _distance, ...card } = cardOf(doctor, slots.get(doctor.id) ?? [], null);
      return { ...card, department: department?.name ?? null };
    }),
  };
}

/** Returns the next available times of doctors at one hospital only; none for unlisted ones. */
export async function listSlotsAt(hospitalId: string, doctorIds: string[], now: Date) {
  if (doctorIds.length === 0) return new Map<string, ReturnType<typeof offeredSlots>>();
  const window = { from: now, to: new Date(now.getTime() + 30 * DAY_MS), now };
  const offers = await listOffers(sql, doctorIds, { window, now });
  return new Map(offers.map((offer) => [offer.doctorId, offeredSlots(offer, window, { hospitalId }, SLOTS)]));
}

/** Returns slugs for the sitemap. */
export function listHospitalSlugs(): Promise<{ slug: string; updatedAt: Date }[]> {
  return published.hospital.findMany({
    where: publiclyListed,
    orderBy: { id: "asc" },
    take: 5_000,
    select: { slug: true, updatedAt: true },
  });
}

const MAX_TOWNS = 500;

/** Returns the towns of listed hospitals and doctors, by name, each once and at the centre of its places. */
export async function listTowns(): Promise<Town[]> {
  const onMap = { city: { not: null }, latitude: { not: null } } as const;
  const wanted = {
    by: ["city", "country"],
    _avg: { latitude: true, longitude: true },
    _count: true,
    orderBy: { city: "asc" },
    take: MAX_TOWNS,
  } as const;
  const [hospitals, practices] = await Promise.all([
    published.hospital.groupBy({ ...wanted, by: [...wanted.by], where: { ...publiclyListed, ...onMap } }),
    published.doctor.groupBy({ ...wanted, by: [...wanted.by], where: { ...listedDoctor, ...onMap } }),
  ]);
  return townsOf(
    [...hospitals, ...practices].flatMap(({ city, country, _avg: { latitude, longitude }, _count: places }) =>
      city === null || latitude === null || longitude === null ? [] : [{ city, country, latitude, longitude, places }],
    ),
  );
}
