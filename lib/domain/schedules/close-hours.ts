import type { Db, Tx } from "@/lib/platform/db/db";
import type { NewsDraft } from "@/lib/domain/contacts/events";
import type { EventDraft } from "@/lib/actor/record";
import { scheduleChanged } from "./events";
import { COMING_STATUSES, comingSelect, type ComingVisit } from "./queries";
import { askToRebook, markVisits, listVisitsOutside } from "./rebook-visits";
import { storedHoursSchema } from "./schema";

/** A doctor at one hospital. Opening or closing a place requires the doctor's lock, so that no one books meanwhile. */
export type Place = { doctorId: string; hospitalId: string };

const changed = { id: true, doctorId: true, hospitalId: true, timeZone: true, rules: true, exceptions: true } as const;

/** Closes the hours at a place: nothing more can be booked in them. Hours and existing visits are kept. */
export async function closeHours(tx: Tx, place: Place, now: Date): Promise<EventDraft[]> {
  const rows = await tx.schedule.updateManyAndReturn({
    where: { ...place, closedAt: null },
    data: { closedAt: now, version: { increment: 1 } },
    select: changed,
  });
  return rows.map(scheduleChanged);
}

/** Opens closed hours again. Visits within them that were to be rebooked no longer need it. */
export async function openHours(tx: Tx, place: Place, now: Date): Promise<(EventDraft | NewsDraft)[]> {
  const rows = await tx.schedule.updateManyAndReturn({
    where: { ...place, closedAt: { not: null } },
    data: { closedAt: null, version: { increment: 1 } },
    select: changed,
  });
  const events: (EventDraft | NewsDraft)[] = [];
  for (const { rules, exceptions, ...row } of rows) {
    const hours = { timeZone: row.timeZone, ...storedHoursSchema.parse({ rules, exceptions }) };
    events.push(
      scheduleChanged(row),
      ...(await markVisits(tx, row.id, await listVisitsOutside(tx, row.id, hours, now), now)),
    );
  }
  return events;
}

/** Asks everyone with an upcoming visit at a place to choose another time; the visits themselves stay. */
export async function rebookPlace(tx: Tx, place: Place, now: Date): Promise<NewsDraft[]> {
  return askToRebook(tx, await visitsAt(tx, place, now));
}

/** Counts the upcoming visits at a place. */
export function countVisitsAt(client: Db, place: Place, now: Date): Promise<number> {
  return client.appointment.count({ where: comingAt(place, now) });
}

function visitsAt(tx: Tx, place: Place, now: Date): Promise<ComingVisit[]> {
  return tx.appointment.findMany({
    where: comingAt(place, now),
    orderBy: { startsAt: "asc" },
    select: comingSelect,
  });
}

/** Also those whose hours were removed meanwhile. */
function comingAt(place: Place, now: Date) {
  return { ...place, status: { in: COMING_STATUSES }, startsAt: { gt: now } };
}
