import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";

/** The hospital's patients that someone on the list `n` may well be. */
const likelyOnes = (hospitalId: string) => Prisma.sql`
      FROM "likely_duplicates_of"(jsonb_populate_record(NULL::"Patient", jsonb_build_object(
        'id', gen_random_uuid(), 'name', n."name", 'bornOn', n."bornOn", 'phone', n."phone",
        'searchWords', array_to_tsvector(string_to_array("search_line"(n."name"), ' '))::text,
        'likeName', "search_latin"("search_line"(n."name"))))) l
      WHERE "is_known_at"(${hospitalId}::uuid, l."otherId")`;

const listed = (people: string) =>
  Prisma.sql`jsonb_to_recordset(${people}::jsonb) AS n("place" int, "name" text, "bornOn" date, "phone" text)`;

/** The people of a list, by their place in it, who are likely one of the hospital's patients, as likely duplicates are. */
export const likelyKnown = statement(
  { place: "int4" },
  (hospitalId: string, people: string) => Prisma.sql`
    SELECT n."place" FROM ${listed(people)} WHERE EXISTS (SELECT ${likelyOnes(hospitalId)}) ORDER BY 1`,
);

/** The patients that the people of a list may well be, the likeliest first. */
export const likelyPatients = statement(
  { id: "text" },
  (hospitalId: string, people: string, limit: number) => Prisma.sql`
    SELECT l."otherId"::text AS "id" FROM ${listed(people)} CROSS JOIN LATERAL (
      SELECT l."otherId", l."likeness" ${likelyOnes(hospitalId)}) l ORDER BY l."likeness", 1 LIMIT ${limit}`,
);

/** The registration that has a number at a hospital, by its unique index. */
export const registrationNumbered = statement(
  { id: "text" },
  (hospitalId: string, recordNumber: string) => Prisma.sql`
    SELECT r."id"::text FROM "Registration" r
    WHERE r."hospitalId" = ${hospitalId}::uuid AND "name_key"(r."recordNumber") = "name_key"(${recordNumber})`,
);
