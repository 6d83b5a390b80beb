import { z } from "zod";
import { publiclyListed } from "@/lib/domain/doctors/policy";
import { listNextSlots } from "@/lib/domain/schedules/queries";
import type { Prisma } from "@/lib/platform/db/db";
import { published } from "@/lib/platform/db/published";
import { searchWords } from "@/lib/platform/text/fold";
import { notFound } from "@/lib/platform/errors/app-error";
import { moneyOf, type Money } from "@/lib/platform/money/money";
import { BY_NAME, startPage, startSortedPage } from "@/lib/platform/input/page";
import type { ServiceFilter, ServiceItem, SpecialtyItem } from "./schema";

const specialtySelect = {
  id: true,
  slug: true,
  name: true,
  description: true,
  _count: { select: { doctors: { where: { doctor: publiclyListed } } } },
} satisfies Prisma.SpecialtySelect;

const specialtyItem = ({
  _count,
  ...row
}: Prisma.SpecialtyGetPayload<{ select: typeof specialtySelect }>): SpecialtyItem => ({
  ...row,
  doctorCount: _count.doctors,
});

/** All specialties by name, with how many listed doctors each has. */
export async function listSpecialties(): Promise<SpecialtyItem[]> {
  return (await published.specialty.findMany({ orderBy: { name: "asc" }, select: specialtySelect })).map(specialtyItem);
}

const specialtyPosition = z.strictObject({ n: z.string().max(300) });

/** A page of them. */
export async function listSpecialtyPage(page: { limit: number; cursor?: string | undefined }) {
  const { after, take, pageBy } = startPage(page, specialtyPosition);
  const where = after ? { name: { gt: after.n } } : {};
  const rows = await published.specialty.findMany({
    where,
    orderBy: { name: "asc" },
    take,
    select: specialtySelect,
  });
  return pageBy(rows.map(specialtyItem), ({ name }) => ({ n: name }));
}

const serviceSelect = {
  id: true,
  slug: true,
  name: true,
  description: true,
  specialty: { select: { slug: true, name: true } },
  _count: { select: { doctors: { where: { doctor: publiclyListed } } } },
  doctors: {
    where: { doctor: publiclyListed },
    orderBy: [{ doctor: { nextSlotAt: { sort: "asc", nulls: "last" } } }, { doctorId: "asc" }],
    take: 3,
    select: { doctor: { select: { id: true, slug: true, name: true } } },
  },
} satisfies Prisma.ServiceSelect;
type Row = Prisma.ServiceGetPayload<{ select: typeof serviceSelect }>;

/** A page of the catalogue by name, each service with those who offer it soonest. */
export async function listServices(
  { q, specialty }: ServiceFilter,
  page: { limit: number; cursor?: string | undefined; now?: Date },
): Promise<{ items: ServiceItem[]; nextCursor: string | null }> {
  const { beyond, orderBy, take, pageOf } = startSortedPage(page, BY_NAME);
  const and: Prisma.ServiceWhereInput[] = [beyond];
  if (specialty) and.push({ specialty: { slug: specialty } });
  for (const word of searchWords(q ?? "")
    .split(" ")
    .filter(Boolean))
    and.push({ searchText: { contains: word } });
  const rows = await published.service.findMany({
    where: { AND: and },
    orderBy,
    take,
    select: serviceSelect,
  });
  const { items, nextCursor } = pageOf(rows);
  const now = page.now ?? new Date();
  const doctorIds = [...new Set(items.flatMap((row) => row.doctors.map(({ doctor }) => doctor.id)))];
  const slots = await listNextSlots(doctorIds, { now, count: 1 });
  return { items: items.map((row) => itemOf(row, (id) => slots.get(id)?.[0]?.start ?? null)), nextCursor };
}

/** One service of the catalogue; throws `not-found`. */
export async function getService(slug: string, now: Date = new Date()): Promise<ServiceItem> {
  const row = await published.service.findUnique({ where: { slug }, select: serviceSelect });
  if (!row) throw notFound();
  const slots = await listNextSlots(
    row.doctors.map(({ doctor }) => doctor.id),
    { now, count: 1, serviceId: row.id },
  );
  return itemOf(row, (id) => slots.get(id)?.[0]?.start ?? null);
}

function itemOf(row: Row, nextOf: (doctorId: string) => string | null): ServiceItem {
  const { _count, doctors, ...rest } = row;
  const soonest = doctors
    .map(({ doctor }) => ({ ...doctor, nextAvailableAt: nextOf(doctor.id) }))
    .sort((a, b) => (a.nextAvailableAt ?? "9").localeCompare(b.nextAvailableAt ?? "9"));
  return {
    ...rest,
    doctorCount: _count.doctors,
    nextAvailableAt: soonest[0]?.nextAvailableAt ?? null,
    doctors: soonest,
  };
}

/** Returns slugs for the sitemap. */
export function listServiceSlugs(): Promise<{ slug: string }[]> {
  return published.service.findMany({ orderBy: { id: "asc" }, take: 5_000, select: { slug: true } });
}

/** A service as some doctors offer it in person: how long it takes and what it costs with each. */
export type ServiceInPerson = { id: string; name: string; minutes: number[]; fees: Money[] };

/** What these listed doctors offer in person, by name. */
export async function listServicesInPerson(doctorIds: string[]): Promise<ServiceInPerson[]> {
  const rows = await published.doctorService.findMany({
    where: { doctorId: { in: doctorIds }, mode: "IN_PERSON" },
    orderBy: [{ service: { name: "asc" } }, { durationMinutes: "asc" }],
    select: {
      durationMinutes: true,
      feeMinor: true,
      currency: true,
      service: { select: { id: true, name: true } },
      doctor: { select: { feeMinor: true, currency: true } },
    },
  });
  const services = new Map<string, ServiceInPerson>();
  for (const { service, doctor, durationMinutes, feeMinor, currency } of rows) {
    const one = services.get(service.id) ?? { ...service, minutes: [], fees: [] };
    const fee = moneyOf(feeMinor ?? doctor.feeMinor, feeMinor === null ? doctor.currency : currency);
    services.set(service.id, {
      ...one,
      minutes: [...one.minutes, durationMinutes],
      fees: fee ? [...one.fees, fee] : one.fees,
    });
  }
  return [...services.values()];
}
