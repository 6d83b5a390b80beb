import { cardOf, cardSelect } from "@/lib/domain/directory/list-cards";
import { listNextSlots } from "@/lib/domain/schedules/queries";
import type { Prisma } from "@/lib/platform/db/db";
import { published } from "@/lib/platform/db/published";
import { notFound } from "@/lib/platform/errors/app-error";
import { moneyOf } from "@/lib/platform/money/money";
import { publiclyListed } from "./policy";
import type { DoctorProfile } from "./schema";

const profileSelect = {
  ...cardSelect,
  biography: true,
  services: {
    orderBy: { service: { name: "asc" } },
    select: {
      durationMinutes: true,
      feeMinor: true,
      currency: true,
      mode: true,
      service: { select: { id: true, slug: true, name: true, description: true } },
    },
  },
} satisfies Prisma.DoctorSelect;

const SLOTS = 3;

/** Get the public profile of a listed doctor, by id or slug. Throws `not-found` for everyone else alike. */
export async function getDoctorProfile(
  by: { id: string } | { slug: string },
  now: Date = new Date(),
): Promise<DoctorProfile> {
  const row = await published.doctor.findFirst({ where: { ...by, ...publiclyListed }, select: profileSelect });
  if (!row) throw notFound();
  const slots = await listNextSlots([row.id], { now, count: SLOTS });
  const { distanceKm: _distance, ...card } = cardOf(row, slots.get(row.id) ?? [], null);
  return {
    ...card,
    biography: row.biography,
    services: row.services.map(({ service, durationMinutes, feeMinor, currency, mode }) => ({
      ...service,
      durationMinutes,
      fee: moneyOf(feeMinor ?? row.feeMinor, feeMinor === null ? row.currency : currency),
      mode,
    })),
  };
}

/** Returns slugs for the sitemap, oldest first, so that its pages are stable. */
export function listDoctorSlugs(page: { skip: number; take: number }): Promise<{ slug: string; updatedAt: Date }[]> {
  return published.doctor.findMany({
    where: publiclyListed,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { slug: true, updatedAt: true },
    ...page,
  });
}

export function countListedDoctors(): Promise<number> {
  return published.doctor.count({ where: publiclyListed });
}
