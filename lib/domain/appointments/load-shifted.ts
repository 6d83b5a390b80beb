import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { sql } from "@/lib/platform/db/sql";
import type { RowOf } from "@/lib/platform/db/statement";
import { OLDEST_FIRST, startSortedPage } from "@/lib/platform/input/page";
import { shiftedVisits, zonesOfComing, type Work } from "./statements/promises";
import { visibleTo } from "./policy";
import { appointmentCardSelect, listWithTexts, type AppointmentCard } from "./queries";
import { offsetPeriods, shiftOf, type OffsetPeriod, type Shift } from "./rules-shift";

/** An upcoming visit at whose start its place's clock shows another time than was promised. */
export type ShiftedVisit = { card: AppointmentCard; shift: Shift };

/** The visits an actor works with, one portal's or both. */
export type ShiftedFilter = { doctorId?: string | undefined; hospitalId?: string | undefined };

/** Counting stops here. */
const MAX_COUNTED = 100;

const SOONEST_FIRST = { ...OLDEST_FIRST, column: "startsAt", keys: ["s", "i"] } as const;
type Position = { value: string; id: string };
type Found = RowOf<typeof shiftedVisits>;

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

async function findShifted(actor: Actor, list: ShiftedFilter, limit: number, after?: Position): Promise<Found[]> {
  const work = workOf(actor, list);
  if (!work) return [];
  const now = new Date();
  const zones = await zonesOfComing(sql, work, now);
  const periods = zones.flatMap(({ zone, last }): OffsetPeriod[] =>
    offsetPeriods(zone, now, new Date(last.getTime() + 1)),
  );
  if (periods.length === 0) return [];
  const position = after && { startsAt: new Date(after.value), id: after.id };
  return shiftedVisits(sql, work, now, JSON.stringify(periods), position, limit);
}

/** Null for those who work with no one's visits. */
function workOf({ doctorId, hospitalId, staffRole }: Actor, only: ShiftedFilter): Work | null {
  const own = { doctorId, hospitalId: staffRole && hospitalId };
  return own.doctorId || own.hospitalId ? { own, only } : null;
}

async function withCards(actor: Actor, found: Found[]): Promise<ShiftedVisit[]> {
  if (found.length === 0) return [];
  const cards = await db.appointment.findMany({
    where: { id: { in: found.map(({ id }) => id) }, ...visibleTo(actor) },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { ...appointmentCardSelect, promisedOffsetMinutes: true },
  });
  // Checked again with the rows read: one moved meanwhile no longer belongs here.
  return (await listWithTexts(actor, cards)).flatMap(({ promisedOffsetMinutes, ...card }) => {
    const shift = shiftOf(
      card.startsAt,
      promisedOffsetMinutes,
      card.schedule?.timeZone ?? card.hospital?.timeZone ?? card.doctor.timeZone,
    );
    return shift ? [{ card, shift }] : [];
  });
}
