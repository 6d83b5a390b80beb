import type { AppointmentStatus } from "@/lib/domain/appointments/status";
import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";
import type { Whose } from "./report";

/** Which of the counted appointments; what is left out narrows nothing. */
export type Behind = {
  from: Date;
  to: Date;
  /** The place's clock: milliseconds east of UTC, from each instant on. */
  clock: readonly { at: number; offset: number }[];
  statuses?: readonly AppointmentStatus[] | undefined;
  byDoctor?: string | undefined;
  hour?: number | undefined;
  /** Elapsed days before the time, half-open; without an end, all before. */
  lead?: { fromDays: number; toDays: number | undefined } | undefined;
  isReminded?: boolean | undefined;
};
export type Position = { startsAt: string; id: string };

const hourOf = (clock: Behind["clock"]) => Prisma.sql`
    floor(mod((extract(epoch FROM a."startsAt") + (
      SELECT o."offset" FROM unnest(${clock.map(({ at }) => new Date(at).toISOString())}::text[]::timestamptz[], ${clock.map(({ offset }) => offset / 1000)}::int[]) o("at", "offset")
      WHERE o."at" <= a."startsAt" ORDER BY o."at" DESC LIMIT 1))::numeric, 86400) / 3600)`;

function narrowed({ clock, statuses, byDoctor, hour, lead, isReminded }: Behind): Prisma.Sql[] {
  const and: Prisma.Sql[] = [];
  if (statuses) and.push(Prisma.sql`a."status"::text = ANY(${[...statuses]}::text[])`);
  if (byDoctor) and.push(Prisma.sql`a."doctorId" = ${byDoctor}::uuid`);
  if (hour !== undefined) and.push(Prisma.sql`${hourOf(clock)} = ${hour}`);
  if (lead && lead.fromDays > 0)
    and.push(Prisma.sql`a."startsAt" - a."createdAt" >= ${lead.fromDays} * interval '24 hours'`);
  if (lead?.toDays) and.push(Prisma.sql`a."startsAt" - a."createdAt" < ${lead.toDays} * interval '24 hours'`);
  const sent = Prisma.sql`EXISTS (SELECT 1 FROM "ReminderSent" r WHERE r."appointmentId" = a."id" AND r."startsAt" = a."startsAt")`;
  if (isReminded !== undefined) and.push(isReminded ? sent : Prisma.sql`NOT ${sent}`);
  return and;
}

/** The appointments behind a number, the latest first: of a hospital, or of a doctor at all their places. */
export const visitsBehind = statement(
  { id: "uuid", startsAt: "timestamptz" },
  ({ hospitalId, doctorId }: Whose, behind: Behind, after: Position | null, limit: number) => {
    const owner = doctorId
      ? Prisma.sql`a."doctorId" = ${doctorId}::uuid`
      : Prisma.sql`a."hospitalId" = ${hospitalId ?? null}::uuid`;
    const and = [owner, ...narrowed(behind)];
    if (after) and.push(Prisma.sql`(a."startsAt", a."id") < (${after.startsAt}::timestamptz, ${after.id}::uuid)`);
    return Prisma.sql`
    SELECT a."id", a."startsAt" FROM "Appointment" a
    WHERE a."startsAt" >= ${behind.from} AND a."startsAt" < ${behind.to} AND a."holdExpiresAt" IS NULL AND ${Prisma.join(and, " AND ")}
    ORDER BY a."startsAt" DESC, a."id" DESC LIMIT ${limit}`;
  },
);
