import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";
import type { HospitalFilter } from "./schema";

const DEFAULT_RADIUS_KM = 50;

/** Where a page ended; `reach` is null in the order by name. */
type Position = { name: string; reach: number | null; id: string };

/** Listed ones, by name, or nearest first around a point. */
export const hospitalsInOrder = statement(
  { id: "uuid", name: "text", reach: "float8?", metres: "float8?" },
  (filter: HospitalFilter, after: Position | undefined, limit: number) => {
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
      if (after) conditions.push(Prisma.sql`(${reach}, h."id") > (${after.reach}::float8, ${after.id}::uuid)`);
    } else if (after) {
      conditions.push(Prisma.sql`(h."name", h."id") > (${after.name}, ${after.id}::uuid)`);
    }
    return Prisma.sql`SELECT h."id", h."name", ${reach} AS "reach", ${centre ? Prisma.sql`"metres_between"(${here}, ${centre})` : reach} AS "metres"
    FROM "Hospital" h WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY ${centre ? reach : Prisma.sql`h."name"`}, h."id" LIMIT ${limit}`;
  },
);

export const lockHospital = statement(
  { id: "uuid" },
  (id: string) => Prisma.sql`SELECT "id" FROM "Hospital" WHERE "id" = ${id}::uuid FOR UPDATE`,
);
