import type { OfferedSlot } from "@/lib/domain/schedules/rules";
import type { Prisma } from "@/lib/platform/db/db";
import { published } from "@/lib/platform/db/published";
import { moneyOf } from "@/lib/platform/money/money";
import type { DoctorCard, Place } from "./schema";

/** Of a practice and of a hospital alike. */
const placeSelect = {
  phone: true,
  address: true,
  city: true,
  country: true,
  latitude: true,
  longitude: true,
  timeZone: true,
};

/** The public data of a doctor's places. */
const placesSelect = {
  ...placeSelect,
  practiceName: true,
  affiliations: {
    where: { status: "ACTIVE", hospital: { verification: "VERIFIED" } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      hospital: {
        select: { ...placeSelect, id: true, slug: true, name: true },
      },
    },
  },
  schedules: { where: { hospitalId: null, closedAt: null }, select: { timeZone: true } },
} satisfies Prisma.DoctorSelect;

export const cardSelect = {
  ...placesSelect,
  id: true,
  slug: true,
  name: true,
  languages: true,
  feeMinor: true,
  currency: true,
  facets: true,
  specialties: {
    select: { specialty: { select: { slug: true, name: true } } },
    orderBy: { specialty: { name: "asc" } },
  },
} satisfies Prisma.DoctorSelect;

type PlacesRow = Prisma.DoctorGetPayload<{ select: typeof placesSelect }>;
type CardRow = Prisma.DoctorGetPayload<{ select: typeof cardSelect }>;

/** The hospitals that list the doctor, then their own practice if there is one. */
function placesOf(row: PlacesRow): Place[] {
  const hospitals = row.affiliations.map(({ hospital: { id, slug, ...place } }) => ({
    hospital: { id, slug, name: place.name },
    ...place,
  }));
  const [own] = row.schedules;
  if (!own && !row.practiceName && !row.address && !row.city && !row.phone) return hospitals;
  const { address, city, country, phone, latitude, longitude } = row;
  const name = row.practiceName ?? "Own practice";
  const practice: Place = {
    hospital: null,
    name,
    address,
    city,
    country,
    phone,
    latitude,
    longitude,
    timeZone: own?.timeZone ?? row.timeZone,
  };
  return [...hospitals, practice];
}

/** Returns cards in the order of `found`; doctors who have left the directory since are left out. */
export async function listCards(
  found: { id: string; metres: number | null; slots: OfferedSlot[] }[],
): Promise<DoctorCard[]> {
  if (found.length === 0) return [];
  const rows = await published.doctor.findMany({
    where: { id: { in: found.map((one) => one.id) }, verification: "VERIFIED" },
    select: cardSelect,
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id, metres, slots }) => {
    const row = byId.get(id);
    return row ? [cardOf(row, slots, metres)] : [];
  });
}

/** Returns a row as a card. */
export function cardOf(row: CardRow, slots: OfferedSlot[], metres: number | null): DoctorCard {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    specialties: row.specialties.map(({ specialty }) => specialty),
    languages: row.languages,
    timeZone: row.timeZone,
    fee: moneyOf(row.feeMinor, row.currency),
    modes: (["IN_PERSON", "VIDEO"] as const).filter((mode) => row.facets.includes(`mode:${mode}`)),
    places: placesOf(row),
    distanceKm: metres === null ? null : Math.round(metres / 100) / 10,
    nextAvailableAt: slots[0]?.start ?? null,
    nextSlots: slots,
  };
}
