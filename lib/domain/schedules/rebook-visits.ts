import type { Tx } from "@/lib/platform/db/db";
import type { NewsDraft } from "@/lib/domain/contacts/events";
import type { NotifiedCount } from "@/lib/domain/contacts/schema";
import { appointmentKeepsTime, appointmentNeedsRebooking } from "./events";
import { COMING_STATUSES, listComingVisits, type ComingVisit } from "./queries";
import type { ScheduleInput } from "./schema";
import { outsideHours } from "./slots/outside";

/** For hours that displace no visit. */
export const NONE_NOTIFIED: NotifiedCount = { told: 0, toCall: 0 };

type Hours = Pick<ScheduleInput, "timeZone" | "rules" | "exceptions">;

/** Returns the upcoming visits of a schedule that would be outside these hours. */
export async function listVisitsOutside(tx: Tx, scheduleId: string, hours: Hours, now: Date): Promise<ComingVisit[]> {
  const visits = await listComingVisits(tx, scheduleId, now);
  const spans = visits.map((visit) => ({
    start: visit.startsAt.toISOString(),
    end: visit.endsAt.toISOString(),
    visit,
  }));
  return outsideHours(spans, hours).map(({ visit }) => visit);
}

/**
 * Marks the visits outside the hours `needsRebooking` and unmarks those inside again; a change of hours never deletes a
 * visit. Returns an event for each changed mark.
 */
export async function markVisits(tx: Tx, scheduleId: string, outside: ComingVisit[], now: Date): Promise<NewsDraft[]> {
  const outsideIds = new Set(outside.map(({ id }) => id));
  const coming = await listComingVisits(tx, scheduleId, now);
  const inside = coming.filter((visit) => visit.needsRebooking && !outsideIds.has(visit.id));
  const kept = await setMark(tx, inside, false);
  return [...inside.filter(({ id }) => kept.has(id)).map(appointmentKeepsTime), ...(await askToRebook(tx, outside))];
}

/** Counts the visits newly asked to rebook. */
export function countRebooking(events: { type: string }[]): number {
  return events.filter(({ type }) => type === "appointment.needs-rebooking").length;
}

/** Marks visits `needsRebooking`. Returns an event for each that was not marked before. */
export async function askToRebook(tx: Tx, visits: ComingVisit[]): Promise<NewsDraft[]> {
  const fresh = visits.filter((visit) => !visit.needsRebooking);
  const marked = await setMark(tx, fresh, true);
  return fresh.filter(({ id }) => marked.has(id)).map(appointmentNeedsRebooking);
}

/**
 * Sets the mark and returns which visits changed. Steps of a visit do not wait for the doctor's lock: one cancelled or
 * started since it was read stays as it is, and no one is asked to rebook it.
 */
async function setMark(tx: Tx, visits: ComingVisit[], needsRebooking: boolean): Promise<Set<string>> {
  if (visits.length === 0) return new Set();
  const rows = await tx.appointment.updateManyAndReturn({
    where: { id: { in: visits.map(({ id }) => id) }, status: { in: COMING_STATUSES } },
    data: { needsRebooking, version: { increment: 1 } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}
