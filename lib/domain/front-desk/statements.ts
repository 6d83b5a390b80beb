import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";

/** Each typed word starts a word of the name, by one index. */
const nameLike = (typed: string) => Prisma.sql`p."searchWords" @@ "search_beginnings"(${typed})`;

/** How often the patient `p` has been at a hospital, and when last. */
const timesAt = (hospitalId: string) => Prisma.sql`
    SELECT count(*) AS "count", max(t."at") AS "lastAt" FROM (
      SELECT CASE WHEN a."status" IN ('CHECKED_IN', 'IN_PROGRESS', 'COMPLETED') THEN a."startsAt" END AS "at"
      FROM "Appointment" a WHERE a."patientId" = p."id" AND a."hospitalId" = ${hospitalId}::uuid AND a."holdExpiresAt" IS NULL
      UNION ALL
      SELECT b."admittedAt" FROM "BedBooking" b WHERE b."patientId" = p."id" AND b."hospitalId" = ${hospitalId}::uuid
      UNION ALL
      SELECT c."arrivedAt" FROM "AmbulanceBooking" c WHERE c."patientId" = p."id" AND c."hospitalId" = ${hospitalId}::uuid
    ) t`;

const knownColumns = {
  id: "text",
  name: "text",
  bornOn: "text?",
  /** When they were last seen here. */
  lastAt: "timestamptz?",
  timeZone: "text",
} as const;

/** Patients known to a hospital who meet a condition; the most recent first, after `order`. */
const knownWhere = (hospitalId: string, condition: Prisma.Sql, order: Prisma.Sql, limit: number) => Prisma.sql`
    SELECT p."id"::text, p."name", to_char(p."bornOn", 'YYYY-MM-DD') AS "bornOn", been."lastAt", h."timeZone"
    FROM "Hospital" h CROSS JOIN "Patient" p CROSS JOIN LATERAL (${timesAt(hospitalId)}) been
    WHERE h."id" = ${hospitalId}::uuid AND ${condition} AND been."count" > 0
    ORDER BY ${order} been."lastAt" DESC NULLS LAST, p."name", p."id" LIMIT ${limit}`;

export const patientsNamed = statement(knownColumns, (hospitalId: string, typed: string, limit: number) =>
  knownWhere(hospitalId, nameLike(typed), Prisma.empty, limit),
);

type Newcomer = { name: string; bornOn: string | null; canSearchName: boolean; leastAlike: number };

/** Of the same name, or born on the same day with a name that sounds alike; the most similar first. */
export const similarPatients = statement(
  knownColumns,
  (hospitalId: string, { name, bornOn, canSearchName, leastAlike }: Newcomer, limit: number) => {
    const alike = Prisma.sql`similarity("search_latin"("search_line"(p."name")), "search_latin"("search_line"(${name})))`;
    const ways = [canSearchName ? nameLike(name) : Prisma.sql`false`];
    if (bornOn) ways.push(Prisma.sql`(p."bornOn" = ${bornOn}::date AND ${alike} > ${leastAlike})`);
    const sameDay = bornOn ? Prisma.sql`p."bornOn" IS NOT DISTINCT FROM ${bornOn}::date DESC,` : Prisma.empty;
    return knownWhere(
      hospitalId,
      Prisma.sql`(${Prisma.join(ways, " OR ")})`,
      Prisma.sql`${sameDay} ${alike} DESC,`,
      limit,
    );
  },
);

const idsNamed = (typed: string, rows: Prisma.Sql, limit: number) => Prisma.sql`
    SELECT p."id"::text FROM "Patient" p WHERE ${nameLike(typed)} AND EXISTS (SELECT 1 FROM ${rows}) LIMIT ${limit}`;

type Window = { from?: Date | undefined; to?: Date | undefined };

/** Those with an appointment in a half-open window. */
export const visitorsNamed = statement(
  { id: "text" },
  (hospitalId: string, typed: string, { from, to }: Window, limit: number) => {
    const since = from ? Prisma.sql`AND a."startsAt" >= ${from}` : Prisma.empty;
    const until = to ? Prisma.sql`AND a."startsAt" < ${to}` : Prisma.empty;
    const visits = Prisma.sql`"Appointment" a WHERE a."patientId" = p."id" AND a."hospitalId" = ${hospitalId}::uuid AND a."holdExpiresAt" IS NULL ${since} ${until}`;
    return idsNamed(typed, visits, limit);
  },
);

export const inpatientsNamed = statement({ id: "text" }, (hospitalId: string, typed: string, limit: number) =>
  idsNamed(
    typed,
    Prisma.sql`"BedBooking" b WHERE b."patientId" = p."id" AND b."hospitalId" = ${hospitalId}::uuid`,
    limit,
  ),
);
