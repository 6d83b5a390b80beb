import type { z } from "zod";
import { localDateAt } from "@/lib/platform/time/local-date";
import type { Actor } from "@/lib/actor/actor";
import { db, Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { canSearch } from "@/lib/platform/text/fold";
import { canRunDesk } from "./policy";
import type { findPatientsInput, findSimilarInput, KnownPatient } from "./schema";

const MAX_RESULTS = 10;
const MAX_SIMILAR = 5;
/** The share of trigrams two names must have in common for one to be a mishearing of the other. */
const MIN_SIMILARITY = 0.3;
/** More people with a similar name are not searched; typing more narrows it down. */
const MAX_NAMED = 1_000;

/**
 * Finds at most ten people who have had an appointment, a bed or an ambulance of this hospital and whose names have
 * words starting with those typed, without regard to case and accents; the most recent first. Throws `not-found` for
 * anyone but its staff.
 */
export async function findPatients(
  actor: Actor,
  { hospitalId, name }: z.output<typeof findPatientsInput>,
): Promise<KnownPatient[]> {
  if (!canRunDesk(actor, hospitalId)) throw notFound();
  const named = nameLike(name);
  return named ? knownWhere(hospitalId, named, Prisma.empty, MAX_RESULTS) : [];
}

/**
 * Who of the hospital's own patients someone new may really be: of the same name, or born on the same day with a name
 * that sounds alike. At most five, most likely first. Throws `not-found` for whoever is not its staff.
 */
export async function findSimilarPatients(
  actor: Actor,
  { hospitalId, name, bornOn }: z.output<typeof findSimilarInput>,
): Promise<KnownPatient[]> {
  if (!canRunDesk(actor, hospitalId)) throw notFound();
  const alike = Prisma.sql`similarity("search_latin"("search_line"(p."name")), "search_latin"("search_line"(${name})))`;
  const ways = [nameLike(name) ?? Prisma.sql`false`];
  if (bornOn) ways.push(Prisma.sql`(p."bornOn" = ${bornOn}::date AND ${alike} > ${MIN_SIMILARITY})`);
  const sameDay = bornOn ? Prisma.sql`p."bornOn" IS NOT DISTINCT FROM ${bornOn}::date DESC,` : Prisma.empty;
  return knownWhere(
    hospitalId,
    Prisma.sql`(${Prisma.join(ways, " OR ")})`,
    Prisma.sql`${sameDay} ${alike} DESC,`,
    MAX_SIMILAR,
  );
}

/** Patients known to a hospital who meet a condition; the most recent first, after `order`. */
async function knownWhere(
  hospitalId: string,
  condition: Prisma.Sql,
  order: Prisma.Sql,
  most: number,
): Promise<KnownPatient[]> {
  const found = await db.$queryRaw<(Omit<KnownPatient, "lastVisitOn"> & { lastAt: Date | null; timeZone: string })[]>`
    SELECT p."id"::text, p."name", to_char(p."bornOn", 'YYYY-MM-DD') AS "bornOn", been."lastAt", h."timeZone"
    FROM "Hospital" h CROSS JOIN "Patient" p CROSS JOIN LATERAL (${timesAt(hospitalId)}) been
    WHERE h."id" = ${hospitalId}::uuid AND ${condition} AND been."count" > 0
    ORDER BY ${order} been."lastAt" DESC NULLS LAST, p."name", p."id" LIMIT ${most}`;
  return found.map(({ lastAt, timeZone, ...patient }) => ({
    ...patient,
    lastVisitOn: lastAt && localDateAt(lastAt, timeZone),
  }));
}

/** How often the patient `p` has been at a hospital, and when last. */
function timesAt(hospitalId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT count(*) AS "count", max(t."at") AS "lastAt" FROM (
      SELECT CASE WHEN a."status" IN ('CHECKED_IN', 'IN_PROGRESS', 'COMPLETED') THEN a."startsAt" END AS "at"
      FROM "Appointment" a WHERE a."patientId" = p."id" AND a."hospitalId" = ${hospitalId}::uuid AND a."holdExpiresAt" IS NULL
      UNION ALL
      SELECT b."admittedAt" FROM "BedBooking" b WHERE b."patientId" = p."id" AND b."hospitalId" = ${hospitalId}::uuid
      UNION ALL
      SELECT c."arrivedAt" FROM "AmbulanceBooking" c WHERE c."patientId" = p."id" AND c."hospitalId" = ${hospitalId}::uuid
    ) t`;
}

/**
 * Returns the IDs of people with this name and an appointment at this hospital in a half-open window, for the desk's
 * lists.
 */
export function findPatientIds(
  actor: Actor,
  hospitalId: string,
  name: string,
  window: { from?: Date; to?: Date },
): Promise<string[]> {
  const from = window.from ? Prisma.sql`AND a."startsAt" >= ${window.from}` : Prisma.empty;
  const to = window.to ? Prisma.sql`AND a."startsAt" < ${window.to}` : Prisma.empty;
  return idsNamed(
    actor,
    hospitalId,
    name,
    Prisma.sql`"Appointment" a WHERE a."patientId" = p."id" AND a."hospitalId" = ${hospitalId}::uuid AND a."holdExpiresAt" IS NULL ${from} ${to}`,
  );
}

/** Returns the IDs of people with this name and any stay at this hospital, for the list of stays. */
export function findStayPatientIds(actor: Actor, hospitalId: string, name: string): Promise<string[]> {
  return idsNamed(
    actor,
    hospitalId,
    name,
    Prisma.sql`"BedBooking" b WHERE b."patientId" = p."id" AND b."hospitalId" = ${hospitalId}::uuid`,
  );
}

/** Those with this name who have such a row; for the hospital's staff, no one for all others. */
async function idsNamed(actor: Actor, hospitalId: string, name: string, rows: Prisma.Sql): Promise<string[]> {
  const named = nameLike(name);
  if (!named || !canRunDesk(actor, hospitalId)) return [];
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT p."id"::text FROM "Patient" p WHERE ${named} AND EXISTS (SELECT 1 FROM ${rows}) LIMIT ${MAX_NAMED}`;
  return found.map(({ id }) => id);
}

/** Each typed word starts a word of the name, by one index. Null when too little was typed. */
function nameLike(typed: string): Prisma.Sql | null {
  return canSearch(typed) ? Prisma.sql`p."searchWords" @@ "search_beginnings"(${typed})` : null;
}
