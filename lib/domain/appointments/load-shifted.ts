import type { Actor } from "@/lib/actor/actor";
import { db, Prisma } from "@/lib/platform/db/db";
import { sql } from "@/lib/platform/db/sql";
import { OLDEST_FIRST, startSortedPage } from "@/lib/platform/input/page";
import { visibleTo } from "./policy";
import { appointmentCardSelect, type AppointmentCard } from "./queries";
import { offsetPeriods, shiftOf, type OffsetPeriod, type Shift } from "./rules-shift";

/** An upcoming visit at whose start its place's clock shows another time than was promised. */
export type ShiftedVisit = { card: AppointmentCard; shift: Shift };

/** The visits an actor works with, one portal's or both. */
export type ShiftedFilter = { doctorId?: string | undefined; hospitalId?: string | undefined };

/** Counting stops here. */
const MAX_COUNTED = 100;

const SOONEST_FIRST = { ...OLDEST_FIRST, column: "startsAt", keys: ["s", "i"] } as const;
type Position = { value: string; id: string };
type Found = { id: string; startsAt: Date };

const FROM_COMING = Prisma.sql`FROM "Appointment" a JOIN "Doctor" d ON d."id" = a."doctorId"
  LEFT JOIN "Schedule" s ON s."id" = a."scheduleId" LEFT JOIN "Hospital" h ON h."id" = a."hospitalId"`;
const ZONE = Prisma.sql`coalesce(s."timeZone", h."timeZone", d."timeZone")`;

/** Returns the shifted visits, soonest first. For the doctor and the front desk; none for others. */
export async function listShifted(
  actor: Actor,
  list: ShiftedFilter,
  page: { limit: number; cursor?: string | undefined },
) {
  const { after, take, pageOf } = startSortedPage(page, SOONEST_FIRST);
  const found = await findShifted(actor, list, take, after);
  const { items, nextCursor } = pageOf(found);
  return { items: await withCards(actor, items), nextCursor };
}

/** Returns the first of them and the count, which stops at 100. */
export async function loadShifted(
  actor: Actor,
  list: ShiftedFilter,
  first: number,
): Promise<{ items: ShiftedVisit[]; count: number }> {
  const found = await findShifted(actor, list, MAX_COUNTED);
  return { items: await withCards(actor, found.slice(0, first)), count: found.length };
}

/**
 * PostgreSQL computes no local times: it gets the zones' offsets, stretch by stretch, and compares them with what was
 * promised.
 */
async function findShifted(actor: Actor, list: ShiftedFilter, limit: number, after?: Position): Promise<Found[]> {
  const isWorkedOn = workOf(actor, list);
  if (!isWorkedOn) return [];
  const now = new Date();
  const coming = Prisma.sql`${isWorkedOn} AND a."startsAt" > ${now} AND a."status" IN ('PENDING', 'CONFIRMED') AND a."promisedOffsetMinutes" IS NOT NULL`;
  const zones = await sql.$queryRaw<{ zone: string; last: Date }[]>`
    SELECT ${ZONE} AS "zone", max(a."startsAt") AS "last" ${FROM_COMING} WHERE ${coming} GROUP BY 1`;
  const periods = zones.flatMap(({ zone, last }): OffsetPeriod[] =>
    offsetPeriods(zone, now, new Date(last.getTime() + 1)),
  );
  if (periods.length === 0) return [];
  const beyond = after
    ? Prisma.sql`AND (a."startsAt", a."id") > (${new Date(after.value)}, ${after.id}::uuid)`
    : Prisma.empty;
  return sql.$queryRaw<Found[]>`
    SELECT a."id", a."startsAt" ${FROM_COMING}
    JOIN jsonb_to_recordset(${JSON.stringify(periods)}::jsonb) AS p("zone" text, "from" timestamptz, "until" timestamptz, "offset" int)
      ON p."zone" = ${ZONE} AND a."startsAt" >= p."from" AND a."startsAt" < p."until"
    WHERE ${coming} ${beyond} AND a."promisedOffsetMinutes" <> p."offset"
    ORDER BY a."startsAt", a."id" LIMIT ${limit}`;
}

/** Like `visibleTo`, for those who can act on it. */
function workOf({ doctorId, hospitalId, staffRole }: Actor, list: ShiftedFilter): Prisma.Sql | null {
  const own = [
    ...(doctorId ? [Prisma.sql`a."doctorId" = ${doctorId}::uuid`] : []),
    ...(hospitalId && staffRole ? [Prisma.sql`a."hospitalId" = ${hospitalId}::uuid`] : []),
  ];
  if (own.length === 0) return null;
  const wanted = [
    ...(list.doctorId ? [Prisma.sql`a."doctorId" = ${list.doctorId}::uuid`] : []),
    ...(list.hospitalId ? [Prisma.sql`a."hospitalId" = ${list.hospitalId}::uuid`] : []),
  ];
  return Prisma.join([Prisma.sql`(${Prisma.join(own, " OR ")})`, ...wanted], " AND ");
}

async function withCards(actor: Actor, found: Found[]): Promise<ShiftedVisit[]> {
  if (found.length === 0) return [];
  const cards = await db.appointment.findMany({
    where: { id: { in: found.map(({ id }) => id) }, ...visibleTo(actor) },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { ...appointmentCardSelect, promisedOffsetMinutes: true },
  });
  // Checked again with the rows read: one moved meanwhile no longer belongs here.
  return cards.flatMap(({ promisedOffsetMinutes, ...card }) => {
    const shift = shiftOf(
      card.startsAt,
      promisedOffsetMinutes,
      card.schedule?.timeZone ?? card.hospital?.timeZone ?? card.doctor.timeZone,
    );
    return shift ? [{ card, shift }] : [];
  });
}
