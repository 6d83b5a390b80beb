import { Prisma } from "@/lib/platform/db/db";
import { command, statement } from "@/lib/platform/db/statement";

const FROM_PLACES = Prisma.sql`FROM "Appointment" a JOIN "Doctor" d ON d."id" = a."doctorId"
  LEFT JOIN "Schedule" s ON s."id" = a."scheduleId" LEFT JOIN "Hospital" h ON h."id" = a."hospitalId"`;
const ZONE = Prisma.sql`coalesce(s."timeZone", h."timeZone", d."timeZone")`;

type Position = { startsAt: Date; id: string };
const beyond = (after: Position | undefined) =>
  after ? Prisma.sql`AND (a."startsAt", a."id") > (${after.startsAt}, ${after.id}::uuid)` : Prisma.empty;

type Side = { doctorId?: string | null | undefined; hospitalId?: string | null | undefined };
/** What an actor can act on: a doctor's own and the front desk's; `only` narrows it to one portal's. */
export type Work = { own: Side; only: Side };

const sidesOf = ({ doctorId, hospitalId }: Side) => [
  ...(doctorId ? [Prisma.sql`a."doctorId" = ${doctorId}::uuid`] : []),
  ...(hospitalId ? [Prisma.sql`a."hospitalId" = ${hospitalId}::uuid`] : []),
];

/** Like `visibleTo`, for those who can act on it; no one without a side of their own. */
function promisedIn({ own, only }: Work, now: Date): Prisma.Sql {
  const sides = sidesOf(own);
  const isOwn = sides.length > 0 ? Prisma.sql`(${Prisma.join(sides, " OR ")})` : Prisma.sql`FALSE`;
  return Prisma.sql`${Prisma.join([isOwn, ...sidesOf(only)], " AND ")} AND a."startsAt" > ${now} AND a."status" IN ('PENDING', 'CONFIRMED') AND a."promisedOffsetMinutes" IS NOT NULL`;
}

/** The time zones of upcoming visits, and the last one's start in each. */
export const zonesOfComing = statement(
  { zone: "text", last: "timestamptz" },
  (work: Work, now: Date) => Prisma.sql`
    SELECT ${ZONE} AS "zone", max(a."startsAt") AS "last" ${FROM_PLACES} WHERE ${promisedIn(work, now)} GROUP BY 1`,
);

/**
 * Those whose promised offset isn't their zone's at the start. PostgreSQL computes no local times: `periods` are the
 * zones' offsets, stretch by stretch, as a JSON array of `{ zone, from, until, offset }`.
 */
export const shiftedVisits = statement(
  { id: "uuid", startsAt: "timestamptz" },
  (work: Work, now: Date, periods: string, after: Position | undefined, limit: number) => Prisma.sql`
    SELECT a."id", a."startsAt" ${FROM_PLACES}
    JOIN jsonb_to_recordset(${periods}::jsonb) AS p("zone" text, "from" timestamptz, "until" timestamptz, "offset" int)
      ON p."zone" = ${ZONE} AND a."startsAt" >= p."from" AND a."startsAt" < p."until"
    WHERE ${promisedIn(work, now)} ${beyond(after)} AND a."promisedOffsetMinutes" <> p."offset"
    ORDER BY a."startsAt", a."id" LIMIT ${limit}`,
);

export const visitsWithoutPromise = statement(
  { id: "uuid", startsAt: "timestamptz", zone: "text" },
  (now: Date, after: Position | undefined, limit: number) => Prisma.sql`
    SELECT a."id", a."startsAt", ${ZONE} AS "zone" ${FROM_PLACES}
    WHERE a."promisedOffsetMinutes" IS NULL AND a."status" IN ('PENDING', 'CONFIRMED') AND a."startsAt" > ${now} ${beyond(after)}
    ORDER BY a."startsAt", a."id" LIMIT ${limit}`,
);

/** `promises`: a JSON array of `{ id, startsAt, offset }`. A visit moved meanwhile has a promised offset of its own. */
export const writePromises = command(
  (promises: string) => Prisma.sql`
    UPDATE "Appointment" a SET "promisedOffsetMinutes" = n."offset"
    FROM jsonb_to_recordset(${promises}::jsonb) AS n("id" uuid, "startsAt" timestamptz, "offset" smallint)
    WHERE a."id" = n."id" AND a."startsAt" = n."startsAt" AND a."promisedOffsetMinutes" IS NULL`,
);
