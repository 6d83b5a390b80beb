import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";

/** The people of a list, by their place in it, who are likely one of the hospital's patients, as likely duplicates are. */
export const likelyKnown = statement(
  { place: "int4" },
  (hospitalId: string, people: string) => Prisma.sql`
    SELECT n."place" FROM jsonb_to_recordset(${people}::jsonb) AS n("place" int, "name" text, "bornOn" date, "phone" text)
    WHERE EXISTS (
      SELECT FROM "likely_duplicates_of"(jsonb_populate_record(NULL::"Patient", jsonb_build_object(
        'id', gen_random_uuid(), 'name', n."name", 'bornOn', n."bornOn", 'phone', n."phone",
        'searchWords', array_to_tsvector(string_to_array("search_line"(n."name"), ' '))::text,
        'likeName', "search_latin"("search_line"(n."name"))))) l
      WHERE "is_known_at"(${hospitalId}::uuid, l."otherId"))
    ORDER BY 1`,
);
