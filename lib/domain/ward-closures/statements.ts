import { Prisma } from "@/lib/platform/db/db";
import { statement, typed } from "@/lib/platform/db/statement";

/** A closing about to be made; `bedIds` null: the whole ward. */
export type Wanted = {
  hospitalId: string;
  wardId: string;
  bedIds: string[] | null;
  startsAt: Date;
  endsAt: Date | null;
};

/** One that is stored, or one that is wanted. */
export type Source = { closureIds: string[] } | { wanted: Wanted };

const NO_ID = Prisma.sql`NULL::uuid`;

/** Stored ones count while they last. */
function closingsOf(source: Source): Prisma.Sql {
  if ("closureIds" in source)
    return Prisma.sql`
      SELECT c."id", c."hospitalId", c."wardId", c."isWholeWard", c."startsAt", c."endsAt",
        ARRAY(SELECT x."bedId" FROM "WardClosureBed" x WHERE x."closureId" = c."id") AS "bedIds"
      FROM "WardClosure" c WHERE c."id" = ANY(${source.closureIds}::uuid[]) AND c."status" IN ('PREPARED', 'ANNOUNCED')
        AND (c."endsAt" IS NULL OR c."endsAt" > now())`;
  const { hospitalId, wardId, bedIds, startsAt, endsAt } = source.wanted;
  return Prisma.sql`
      SELECT ${NO_ID} AS "id", ${hospitalId}::uuid AS "hospitalId", ${wardId}::uuid AS "wardId", ${bedIds === null}::boolean AS "isWholeWard",
        ${startsAt}::timestamptz AS "startsAt", ${endsAt}::timestamptz AS "endsAt", ${bedIds ?? []}::uuid[] AS "bedIds"`;
}

/**
 * Who has one of the beds: in it, unless they leave before it begins as planned (if they should have left already, no one
 * knows when); or reserved for a time in it.
 */
const affectedBy = (source: Source) => Prisma.sql`
    FROM (${closingsOf(source)}) c
    JOIN "Bed" b ON b."hospitalId" = c."hospitalId" AND CASE WHEN c."isWholeWard" THEN b."wardId" = c."wardId" ELSE b."id" = ANY(c."bedIds") END
    JOIN "BedBooking" k ON k."hospitalId" = c."hospitalId" AND k."bedId" = b."id" AND k."status" IN ('RESERVED', 'ADMITTED')
      AND CASE k."status" WHEN 'ADMITTED' THEN k."endsAt" IS NULL OR k."endsAt" > c."startsAt" OR k."endsAt" <= now()
        ELSE k."reservedUntil" > now() AND "bed_needed"(k."startsAt", k."endsAt", k."reservedUntil", now()) && tstzrange(c."startsAt", c."endsAt") END`;

type Position = { startsAt: string; id: string };

/** The soonest first, from behind a position on; of stored ones with how they were told. */
export const affectedStays = statement(
  {
    id: "uuid",
    patientId: "uuid",
    bedId: "uuid",
    bed: "text",
    status: typed<"RESERVED" | "ADMITTED">("text"),
    startsAt: "timestamptz",
    endsAt: "timestamptz?",
    version: "int4",
    reach: "text?",
  },
  (source: Source, after: Position | undefined, take: number) => Prisma.sql`
    SELECT k."id", k."patientId", k."bedId", b."label" AS "bed", k."status"::text, k."startsAt", k."endsAt", k."version", s."reach"
    ${affectedBy(source)}
    LEFT JOIN "WardClosureStay" s ON s."closureId" = c."id" AND s."bookingId" = k."id" AND s."bedId" = k."bedId"
    ${after ? Prisma.sql`WHERE (k."startsAt", k."id") > (${after.startsAt}::timestamptz, ${after.id}::uuid)` : Prisma.empty}
    ORDER BY k."startsAt", k."id" LIMIT ${take}`,
);

/** How many have one of the beds, closing by closing; one without any is missing. */
export const affectedCounts = statement(
  { closureId: "uuid?", inBed: "int4", planned: "int4" },
  (source: Source) => Prisma.sql`
    SELECT c."id" AS "closureId", (count(*) FILTER (WHERE k."status" = 'ADMITTED'))::int AS "inBed",
      (count(*) FILTER (WHERE k."status" = 'RESERVED'))::int AS "planned"
    ${affectedBy(source)} GROUP BY c."id"`,
);

/** The reservations among them: as many as there are, since a bed has few. */
export const plannedStays = statement(
  { id: "uuid", patientId: "uuid", hospitalId: "uuid", bedId: "uuid" },
  (source: Source) => Prisma.sql`
    SELECT k."id", k."patientId", k."hospitalId", k."bedId" ${affectedBy(source)} WHERE k."status" = 'RESERVED'
    ORDER BY k."startsAt", k."id"`,
);

/** Reservations whose patients were told by this closing and whose bed isn't closed for them any more. */
export const keptStays = statement(
  { id: "uuid", patientId: "uuid", hospitalId: "uuid" },
  (closureId: string) => Prisma.sql`
    SELECT k."id", k."patientId", k."hospitalId" FROM "WardClosureStay" s JOIN "BedBooking" k ON k."id" = s."bookingId"
    WHERE s."closureId" = ${closureId}::uuid AND s."reach" IS NOT NULL AND k."bedId" = s."bedId" AND k."status" = 'RESERVED'
      AND k."reservedUntil" > now() AND NOT "bed_is_closed"(k."bedId", "bed_needed"(k."startsAt", k."endsAt", k."reservedUntil", now()))
    ORDER BY k."startsAt", k."id"`,
);

/** What is due: to begin, to be told, or over. */
export const dueClosures = statement(
  { id: "uuid", hospitalId: "uuid" },
  (tried: string[], limit: number) => Prisma.sql`
    SELECT c."id", c."hospitalId" FROM "WardClosure" c
    WHERE c."status" IN ('PREPARED', 'ANNOUNCED') AND c."id" <> ALL(${tried}::uuid[]) AND (
      (c."begunAt" IS NULL AND c."startsAt" <= now()) OR (c."status" = 'PREPARED' AND c."tellAt" <= now()) OR c."endsAt" <= now()
      OR (c."status" = 'ANNOUNCED' AND EXISTS (SELECT 1 FROM "WardClosureStay" s WHERE s."closureId" = c."id" AND s."handledAt" IS NULL)))
    ORDER BY c."startsAt", c."id" LIMIT ${limit}`,
);

/** The database's clock, by which beds are closed; later than every lock the transaction waited for. */
export const clockTime = statement({ now: "timestamptz" }, () => Prisma.sql`SELECT clock_timestamp() AS "now"`);
