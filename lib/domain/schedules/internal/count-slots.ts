import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import type { ScheduleInput, SlotCount } from "../schema";
import { openSlots } from "../slots";
import { localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { DAY_MS } from "@/lib/platform/time/iso-text";

const DAYS = 7;

/**
 * Counts the available times that a draft of a doctor's hours would leave on each of the next seven local dates. Visits
 * at every place count, as when booking. Throws `not-found` for anyone but doctors, `invalid` for invalid hours.
 */
export async function countSlots(actor: Actor, draft: ScheduleInput, now: Date = new Date()): Promise<SlotCount[]> {
  if (!actor.doctorId) throw notFound();
  const {
    timeZone,
    rules,
    exceptions,
    slotMinutes,
    stepMinutes,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    minNoticeMinutes,
  } = draft;
  const today = localDateAt(now, timeZone);
  const dates = Array.from({ length: DAYS }, (_, index) => shiftDate(today, index));
  const to = startOfLocalDate(shiftDate(today, DAYS), timeZone);
  const visits = await db.appointment.findMany({
    where: {
      doctorId: actor.doctorId,
      startsAt: { gt: new Date(now.getTime() - 2 * DAY_MS), lt: new Date(to.getTime() + DAY_MS) },
      status: { notIn: ["HELD", "CANCELLED", "DECLINED", "EXPIRED", "NO_SHOW", "LEFT"] },
    },
    select: { startsAt: true, endsAt: true, hospitalId: true },
  });
  const slots = openSlots({
    ...{ timeZone, rules, exceptions, slotMinutes, bufferBeforeMinutes, bufferAfterMinutes, minNoticeMinutes },
    stepMinutes: stepMinutes ?? slotMinutes,
    now: now.toISOString(),
    bookings: visits.map(({ startsAt, endsAt }) => ({ start: startsAt.toISOString(), end: endsAt.toISOString() })),
    window: { from: now.toISOString(), to: to.toISOString() },
  });
  const last = new Date(now.getTime() + draft.horizonDays * DAY_MS).toISOString();
  const counts = new Map(dates.map((date) => [date, 0]));
  for (const { start } of slots) {
    const date = localDateAt(start, timeZone);
    if (start <= last) counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  const booked = visits
    .filter(({ hospitalId }) => hospitalId === draft.hospitalId)
    .map(({ startsAt }) => localDateAt(startsAt, timeZone));
  const left = (date: string) => (draft.mostVisitsPerDay ?? Infinity) - booked.filter((one) => one === date).length;
  return dates.map((date) => ({ date, count: Math.max(0, Math.min(counts.get(date) ?? 0, left(date))) }));
}
