import type { AppointmentStatus } from "@/lib/domain/appointments/status";
import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";
import type { Whose } from "./report";

/** The days of a place, by its calendar; a practice is of no hospital. */
export type PlaceDays = {
  hospitalId: string | null;
  from: Date;
  to: Date;
  /** The place's clock: milliseconds east of UTC, from each instant on. */
  clock: readonly { at: number; offset: number }[];
};
/** Which of the counted appointments; what is left out narrows nothing. */
export type Behind = {
  places: readonly PlaceDays[];
  statuses?: readonly AppointmentStatus[] | undefined;
  byDoctor?: string | undefined;
  hour?: number | undefined;
  /** Elapsed days before the time, half-open; without an end, all before. */
  lead?: { fromDays: number; toDays: number | undefined } | undefined;
  isReminded?: boolean | undefined;
};
export type Position = { startsAt: string; id: string };

const hourOf = (clock: PlaceDays["clock"]) => Prisma.sql`
    floor(mod((extract(epoch FROM a."startsAt") + (
      SELECT o."offset" FROM unnest(${clock.map(({ at }) => new Date(at).toISOString())}::text[]::timestamptz[], ${clock.map(({ offset }) => offset / 1000)}::int[]) o("at", "offset")
      WHERE o."at" <= a."startsAt" ORDER BY o."at" DESC LIMIT 1))::numeric, 86400) / 3600)`;

/** Those of a day are of the same day, and hour, in the numbers: by the clock of the place, not of the reader. */
function atPlace({ hospitalId, from, to, clock }: PlaceDays, hour: number | undefined): Prisma.Sql {
  const here =
    hospitalId === null ? Prisma.sql`a."hospitalId" IS NULL` : Prisma.sql`a."hospitalId" = ${hospitalId}::uuid`;
  const inHour = hour === undefined ? Prisma.empty : Prisma.sql`AND ${hourOf(clock)} = ${hour}`;
  return Prisma.sql`(${here} AND a."startsAt" >= ${from} AND a."startsAt" < ${to} ${inHour})`;
}

function narrowed({ places, statuses, byDoctor, hour, lead, isReminded }: Behind): Prisma.Sql[] {
  const and = [
    Prisma.sql`(${Prisma.join(
      places.map((place) => atPlace(place, hour)),
      " OR ",
    )})`,
  ];
  if (statuses) and.push(Prisma.sql`a."status"::text = ANY(${[...statuses]}::text[])`);
  if (byDoctor) and.push(Prisma.sql`a."doctorId" = ${byDoctor}::uuid`);
  if (lead && lead.fromDays > 0)
    and.push(Prisma.sql`a."startsAt" - a."createdAt" >= ${lead.fromDays} * interval '24 hours'`);
  if (lead?.toDays) and.push(Prisma.sql`a."startsAt" - a."createdAt" < ${lead.toDays} * interval '24 hours'`);
  const sent = Prisma.sql`EXISTS (SELECT 1 FROM "ReminderSent" r WHERE r."appointmentId" = a."id" AND r."startsAt" = a."startsAt")`;
  if (isReminded !== undefined) and.push(isReminded ? sent : Prisma.sql`NOT ${sent}`);
  return and;
}

const earliest = (dates: Date[]) => new Date(Math.min(...dates.map(Number)));
const latest = (dates: Date[]) => new Date(Math.max(...dates.map(Number)));

/** Where a doctor has appointments in a stretch; without a zone in their own practice. */
export const placesOfDoctor = statement(
  { hospitalId: "uuid?", timeZone: "text?" },
  (doctorId: string, from: Date, to: Date) => Prisma.sql`
    SELECT a."hospitalId", h."timeZone"
    FROM (SELECT DISTINCT "hospitalId" FROM "Appointment"
      WHERE "doctorId" = ${doctorId}::uuid AND "startsAt" >= ${from} AND "startsAt" < ${to} AND "holdExpiresAt" IS NULL) a
    LEFT JOIN "Hospital" h ON h."id" = a."hospitalId"`,
);

/** The appointments behind a number, the latest first: of a hospital, or of a doctor at all their places. */
export const visitsBehind = statement(
  { id: "uuid", startsAt: "timestamptz" },
  ({ hospitalId, doctorId }: Whose, behind: Behind, after: Position | null, limit: number) => {
    const owner = doctorId
      ? Prisma.sql`a."doctorId" = ${doctorId}::uuid`
      : Prisma.sql`a."hospitalId" = ${hospitalId ?? null}::uuid`;
    const and = [owner, ...narrowed(behind)];
    const [from, to] = [
      earliest(behind.places.map((place) => place.from)),
      latest(behind.places.map((place) => place.to)),
    ];
    if (after) and.push(Prisma.sql`(a."startsAt", a."id") < (${after.startsAt}::timestamptz, ${after.id}::uuid)`);
    return Prisma.sql`
    SELECT a."id", a."startsAt" FROM "Appointment" a
    WHERE a."startsAt" >= ${from} AND a."startsAt" < ${to} AND a."holdExpiresAt" IS NULL AND ${Prisma.join(and, " AND ")}
    ORDER BY a."startsAt" DESC, a."id" DESC LIMIT ${limit}`;
  },
);
