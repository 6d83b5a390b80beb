import { Prisma } from "@/lib/platform/db/db";
import { decimalsOf } from "@/lib/platform/money/currencies";
import { DEFAULT_RADIUS_KM } from "../rules";
import type { CandidateFilter, Meaning } from "./order";
import type { Point } from "../schema";

/** Slightly less than a degree of latitude anywhere, so that the frame is never too small. */
const KM_PER_DEGREE = 110;

export const LISTED = Prisma.sql`d."verification" = 'VERIFIED'`;
/** Doctors without an available time come last. */
export const SOONEST = Prisma.sql`COALESCE(d."nextSlotAt", 'infinity')`;
/** Doctors without a stated fee come last within the currency. */
export const FEE = Prisma.sql`COALESCE(d."feeMinor", 9007199254740991)`;
export const HERE = Prisma.sql`"place_on_earth"(d."listedLatitude", d."listedLongitude")`;

/** The columns that filters and orders read. */
export const READ = Prisma.sql`d."id", d."nextSlotAt", d."currency", d."feeMinor", d."facets", d."searchWords", d."listedLatitude", d."listedLongitude"`;

/** Returns a filter's conditions, besides being listed; none deserves an index of its own. */
export function conditionsOf(filter: CandidateFilter, query: string | null): Prisma.Sql[] {
  const facets: Prisma.Sql[] = [];
  const facet = (kind: string, value: string | undefined) =>
    value && facets.push(Prisma.sql`${`${kind}:${value}`}::text`);
  facet("specialty", filter.specialty);
  facet("service", filter.service);
  facet("language", filter.language);
  facet("mode", filter.mode);
  facet("hospital", filter.hospitalId);
  if (filter.city) facets.push(Prisma.sql`'city:' || "search_apart"(${filter.city})`);
  const conditions: Prisma.Sql[] = [];
  if (facets.length > 0) conditions.push(Prisma.sql`d."facets" @> ARRAY[${Prisma.join(facets)}]`);
  if (query !== null) conditions.push(Prisma.sql`d."searchWords" @@ to_tsquery('simple', ${query})`);
  if (filter.meaning) conditions.push(withMeaning(filter.meaning));
  if (filter.currency !== undefined) conditions.push(inCurrency(filter.currency));
  // Without a currency an amount matches no one; `withFeeCurrency` determines the currency.
  if (filter.maxFee !== undefined) {
    conditions.push(
      filter.currency === undefined
        ? Prisma.sql`FALSE`
        : Prisma.sql`d."feeMinor" <= ${mostMinor(filter.maxFee, filter.currency)}::bigint`,
    );
  }
  return conditions;
}

/** Doctors of the matching specialties, and those with the words in their own text: "Heart" is a name as well. */
function withMeaning({ specialties, rest, whole }: Meaning): Prisma.Sql {
  const facets = Prisma.join(specialties.map((slug) => Prisma.sql`${`specialty:${slug}`}::text`));
  const others = rest === null ? Prisma.empty : Prisma.sql`AND d."searchWords" @@ to_tsquery('simple', ${rest})`;
  return Prisma.sql`(d."facets" && ARRAY[${facets}] ${others} OR d."searchWords" @@ plainto_tsquery('simple', ${whole}))`;
}

/** How close a doctor is to the meaning of the words: 0 for the likeliest specialty, and for a name. */
export function rankOf({ meaning }: CandidateFilter): Prisma.Sql {
  const [, ...others] = meaning?.specialties ?? [];
  if (others.length === 0) return Prisma.sql`0`;
  const [first = ""] = meaning?.specialties ?? [];
  const when = (slug: string, rank: number) =>
    Prisma.sql`WHEN d."facets" @> ARRAY[${`specialty:${slug}`}::text] THEN ${rank}::int`;
  return Prisma.sql`CASE ${Prisma.join([when(first, 0), ...others.map((slug, index) => when(slug, index + 1))], " ")} ELSE 0 END`;
}

export function inCurrency(currency: string): Prisma.Sql {
  return Prisma.sql`d."currency" = ${currency}::char(3)`;
}

/** 19.99 EUR are 1,999 minor units despite binary fractions; 80.5 yen are 80. */
function mostMinor(amount: number, currency: string): number {
  return Math.floor(amount * 10 ** decimalsOf(currency) + 1e-6);
}

/** A point on earth. */
export function centreOf({ latitude, longitude }: Point): Prisma.Sql {
  return Prisma.sql`"place_on_earth"(${latitude}::float8, ${longitude}::float8)`;
}

/** Within the radius: first the frame in degrees, which is cheap to compare, then the circle. */
export function inCircle({ near, radiusKm = DEFAULT_RADIUS_KM }: CandidateFilter): Prisma.Sql[] {
  if (!near) return [];
  const circle = Prisma.sql`"metres_between"(${HERE}, ${centreOf(near)}) <= ${radiusKm * 1000}::float8`;
  return [Prisma.sql`d."listedLatitude" IS NOT NULL`, ...inDegrees(near, radiusKm), circle];
}

/** A box around the circle, for the index of places. */
export function inBox({ near, radiusKm = DEFAULT_RADIUS_KM }: CandidateFilter): Prisma.Sql[] {
  if (!near) return [];
  return [
    Prisma.sql`d."listedLatitude" IS NOT NULL`,
    Prisma.sql`"box_around"(${centreOf(near)}, ${radiusKm * 1000}::float8) @> ${HERE}`,
  ];
}

function inDegrees({ latitude, longitude }: Point, radiusKm: number): Prisma.Sql[] {
  const north = radiusKm / KM_PER_DEGREE;
  const byLatitude = Prisma.sql`d."listedLatitude" BETWEEN ${latitude - north}::float8 AND ${latitude + north}::float8`;
  // The circle is widest nearer to the pole than its centre, by a little more than its width at the centre.
  const east = (1.2 * north) / Math.cos((latitude * Math.PI) / 180);
  // Close to a pole or to the date line a frame of longitudes would need two parts: there the latitude must suffice.
  if (Math.abs(latitude) + north > 80 || Math.abs(longitude) + east > 180) return [byLatitude];
  return [
    byLatitude,
    Prisma.sql`d."listedLongitude" BETWEEN ${longitude - east}::float8 AND ${longitude + east}::float8`,
  ];
}
