import type { Owner } from "@/lib/actor/owner";
import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";

/** Each typed word starts a word of the name, by one index. */
const nameLike = (typed: string) => Prisma.sql`p."searchWords" @@ "search_beginnings"(${typed})`;

/** As above, or what was typed is the record number the hospital has for them, by its unique index. */
const nameOrNumber = (typed: string, hospitalId: string | null) =>
  hospitalId === null
    ? nameLike(typed)
    : Prisma.sql`(${nameLike(typed)} OR p."id" = ANY (ARRAY(
        SELECT r."patientId" FROM "Registration" r
        WHERE r."hospitalId" = ${hospitalId}::uuid AND "name_key"(r."recordNumber") = "name_key"(${typed}))))`;

/** The record numbers a hospital has for the patient `p`: after a merge there may be several. */
const numbersAt = (hospitalId: string | null) =>
  hospitalId === null
    ? Prisma.sql`NULL`
    : Prisma.sql`(SELECT string_agg(r."recordNumber", ', ' ORDER BY r."createdAt", r."id") FROM "Registration" r
        WHERE r."patientId" = p."id" AND r."hospitalId" = ${hospitalId}::uuid)`;

/** When the patient `p` had appointments that meet a condition; null for one that didn't take place. */
const visitsWhere = (condition: Prisma.Sql) => Prisma.sql`
      SELECT CASE WHEN a."status" IN ('CHECKED_IN', 'IN_PROGRESS', 'COMPLETED') THEN a."startsAt" END AS "at"
      FROM "Appointment" a WHERE a."patientId" = p."id" AND ${condition} AND a."holdExpiresAt" IS NULL`;

/** When the patient `p` has been with a doctor, or at a hospital; a registration is no visit. */
const timesAt = ({ doctorId, hospitalId }: Owner) =>
  hospitalId === null
    ? visitsWhere(Prisma.sql`a."doctorId" = ${doctorId}::uuid`)
    : Prisma.sql`${visitsWhere(Prisma.sql`a."hospitalId" = ${hospitalId}::uuid`)}
      UNION ALL
      SELECT b."admittedAt" FROM "BedBooking" b WHERE b."patientId" = p."id" AND b."hospitalId" = ${hospitalId}::uuid
      UNION ALL
      SELECT c."arrivedAt" FROM "AmbulanceBooking" c WHERE c."patientId" = p."id" AND c."hospitalId" = ${hospitalId}::uuid
      UNION ALL
      SELECT NULL FROM "Registration" r WHERE r."patientId" = p."id" AND r."hospitalId" = ${hospitalId}::uuid`;

const knownColumns = {
  id: "text",
  name: "text",
  bornOn: "text?",
  /** When they were last seen here. */
  lastAt: "timestamptz?",
  timeZone: "text",
  recordNumber: "text?",
} as const;

/** Patients known to a doctor or a hospital who meet a condition; the most recent first, after `order`. */
const knownWhere = (by: Owner, condition: Prisma.Sql, order: Prisma.Sql, limit: number) => Prisma.sql`
    SELECT p."id"::text, p."name", to_char(p."bornOn", 'YYYY-MM-DD') AS "bornOn", been."lastAt", o."timeZone",
      ${numbersAt(by.hospitalId)}::text AS "recordNumber"
    FROM ${by.hospitalId === null ? Prisma.sql`"Doctor"` : Prisma.sql`"Hospital"`} o CROSS JOIN "Patient" p
    CROSS JOIN LATERAL (SELECT count(*) AS "count", max(t."at") AS "lastAt" FROM (${timesAt(by)}) t) been
    WHERE o."id" = ${by.hospitalId ?? by.doctorId}::uuid AND ${condition} AND been."count" > 0
    ORDER BY ${order} been."lastAt" DESC NULLS LAST, p."name", p."id" LIMIT ${limit}`;

export const patientsNamed = statement(knownColumns, (by: Owner, typed: string, limit: number) =>
  knownWhere(by, nameOrNumber(typed, by.hospitalId), Prisma.empty, limit),
);

/** Those of the given who are known to a doctor or a hospital. */
export const patientsKnown = statement(knownColumns, (by: Owner, ids: string[], limit: number) =>
  knownWhere(by, Prisma.sql`p."id" = ANY (${ids}::uuid[])`, Prisma.empty, limit),
);

type Newcomer = { name: string; bornOn: string | null; canSearchName: boolean; leastAlike: number };

/** Of the same name, or born on the same day with a name that sounds alike; the most similar first. */
export const similarPatients = statement(
  knownColumns,
  (by: Owner, { name, bornOn, canSearchName, leastAlike }: Newcomer, limit: number) => {
    const alike = Prisma.sql`similarity("search_latin"("search_line"(p."name")), "search_latin"("search_line"(${name})))`;
    const ways = [canSearchName ? nameLike(name) : Prisma.sql`false`];
    if (bornOn) ways.push(Prisma.sql`(p."bornOn" = ${bornOn}::date AND ${alike} > ${leastAlike})`);
    const sameDay = bornOn ? Prisma.sql`p."bornOn" IS NOT DISTINCT FROM ${bornOn}::date DESC,` : Prisma.empty;
    return knownWhere(by, Prisma.sql`(${Prisma.join(ways, " OR ")})`, Prisma.sql`${sameDay} ${alike} DESC,`, limit);
  },
);

const idsNamed = (hospitalId: string, typed: string, rows: Prisma.Sql, limit: number) => Prisma.sql`
    SELECT p."id"::text FROM "Patient" p WHERE ${nameOrNumber(typed, hospitalId)} AND EXISTS (SELECT 1 FROM ${rows}) LIMIT ${limit}`;

type Window = { from?: Date | undefined; to?: Date | undefined };

/** Those with an appointment in a half-open window. */
export const visitorsNamed = statement(
  { id: "text" },
  (hospitalId: string, typed: string, { from, to }: Window, limit: number) => {
    const since = from ? Prisma.sql`AND a."startsAt" >= ${from}` : Prisma.empty;
    const until = to ? Prisma.sql`AND a."startsAt" < ${to}` : Prisma.empty;
    const visits = Prisma.sql`"Appointment" a WHERE a."patientId" = p."id" AND a."hospitalId" = ${hospitalId}::uuid AND a."holdExpiresAt" IS NULL ${since} ${until}`;
    return idsNamed(hospitalId, typed, visits, limit);
  },
);

export const inpatientsNamed = statement({ id: "text" }, (hospitalId: string, typed: string, limit: number) =>
  idsNamed(
    hospitalId,
    typed,
    Prisma.sql`"BedBooking" b WHERE b."patientId" = p."id" AND b."hospitalId" = ${hospitalId}::uuid`,
    limit,
  ),
);
