import { z } from "zod";
import { db, Prisma } from "@/lib/platform/db/db";
import { uuid } from "@/lib/platform/input/text";
import { AppError } from "@/lib/platform/errors/app-error";
import { startPage } from "@/lib/platform/input/page";
import { publicSelect } from "./internal/public-select";
import { publiclyListed } from "./policy";
import type { HospitalCard, HospitalFilter } from "./schema";

const DEFAULT_RADIUS_KM = 50;

const position = z.strictObject({ n: z.string().max(300), d: z.number().nullable(), i: uuid });
type Found = { id: string; name: string; reach: number | null; metres: number | null };

/** Returns a page of listed hospitals: by name, or nearest first around a point. Throws `invalid` on `cursor`. */
export async function searchHospitals(
  filter: HospitalFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: HospitalCard[]; nextCursor: string | null }> {
  const { after, take, pageBy } = startPage(page, position);
  if (after && (after.d === null) !== (filter.near === undefined)) throw wrongCursor();
  const rows = await db.$queryRaw<Found[]>(statementOf(filter, after, take));
  const { items, nextCursor } = pageBy(rows, (row) => ({ n: row.name, d: row.reach, i: row.id }));
  return { items: await loadCards(items), nextCursor };
}

function statementOf(filter: HospitalFilter, after: z.infer<typeof position> | undefined, limit: number): Prisma.Sql {
  const { near, radiusKm = DEFAULT_RADIUS_KM } = filter;
  const here = Prisma.sql`"place_on_earth"(h."latitude", h."longitude")`;
  const centre = near && Prisma.sql`"place_on_earth"(${near.latitude}::float8, ${near.longitude}::float8)`;
  const reach = centre ? Prisma.sql`(${here} <-> ${centre})` : Prisma.sql`NULL::float8`;
  const conditions = [Prisma.sql`h."verification" = 'VERIFIED'`];
  if (filter.city) conditions.push(Prisma.sql`"search_apart"(h."city") = "search_apart"(${filter.city})`);
  if (filter.q) {
    // Whole words and prefixes by the trigram index, and similar sounds by word similarity.
    const line = Prisma.sql`"search_words"(${filter.q})`;
    conditions.push(Prisma.sql`(h."searchText" LIKE '%' || ${line} || '%' OR ${line} <% h."searchText")`);
  }
  if (centre) {
    const metres = radiusKm * 1000;
    conditions.push(Prisma.sql`h."latitude" IS NOT NULL AND "box_around"(${centre}, ${metres}::float8) @> ${here}
      AND "metres_between"(${here}, ${centre}) <= ${metres}::float8`);
    if (after) conditions.push(Prisma.sql`(${reach}, h."id") > (${after.d}::float8, ${after.i}::uuid)`);
  } else if (after) {
    conditions.push(Prisma.sql`(h."name", h."id") > (${after.n}, ${after.i}::uuid)`);
  }
  return Prisma.sql`SELECT h."id", h."name", ${reach} AS "reach", ${centre ? Prisma.sql`"metres_between"(${here}, ${centre})` : reach} AS "metres"
    FROM "Hospital" h WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY ${centre ? reach : Prisma.sql`h."name"`}, h."id" LIMIT ${limit}`;
}

async function loadCards(found: Found[]): Promise<HospitalCard[]> {
  if (found.length === 0) return [];
  const rows = await db.hospital.findMany({
    where: { id: { in: found.map((one) => one.id) }, ...publiclyListed },
    select: {
      ...publicSelect,
      departments: { select: { name: true }, orderBy: { name: "asc" } },
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id, metres }) => {
    const row = byId.get(id);
    if (!row) return [];
    const { _count, departments, ...rest } = row;
    const distanceKm = metres === null ? null : Math.round(metres / 100) / 10;
    return [
      { ...rest, departments: departments.map(({ name }) => name), doctorCount: _count.affiliations, distanceKm },
    ];
  });
}

function wrongCursor(): AppError {
  const message = "Isn't a cursor for this list. Start again without it";
  return new AppError("invalid", "The cursor doesn't belong to this list.", { fields: [{ path: "cursor", message }] });
}
