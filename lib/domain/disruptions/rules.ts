import { isCancelled, type AppointmentStatus } from "@/lib/domain/appointments/status";
import type { ClosedDate } from "@/lib/domain/schedules/close-dates";
import { openSpans } from "@/lib/domain/schedules/slots-open";
import { DAY_MS, MINUTE_MS } from "@/lib/platform/time/iso-text";
import { daysBetween, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import type { VisitStand } from "./status";

type Interval = { start: string; end: string };
/** Local dates, both included, and the hours on each of them; null: all day. */
export type Absence = { from: string; to: string; interval: Interval | null };
type Span = { start: string; end: string };

const WHOLE_DAY: Interval = { start: "00:00", end: "24:00" };

/** The date of a column without a time. */
export function dateText(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Returns the local dates from the first to the last. */
export function datesBetween({ from, to }: Pick<Absence, "from" | "to">): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => shiftDate(from, index));
}

/** Returns the dates that an absence closes at one place. */
export function datesOf({ from, to, interval }: Absence, scheduleId: string): ClosedDate[] {
  return datesBetween({ from, to }).map((date) => ({ scheduleId, date, intervals: interval && [interval] }));
}

/** Returns the instants of an absence by a place's clock, ascending. */
export function spansOf(absence: Absence, timeZone: string): Span[] {
  const dates = datesOf(absence, "");
  const exceptions = dates.map(({ date, intervals }) => ({
    kind: "add" as const,
    date,
    intervals: intervals ?? [WHOLE_DAY],
  }));
  const from = startOfLocalDate(absence.from, timeZone);
  const to = startOfLocalDate(shiftDate(absence.to, 1), timeZone);
  return openSpans({ timeZone, rules: [], exceptions }, { from, to });
}

/** Whether a visit takes place, wholly or in part, within these times; touching is fine. */
export function isWithin({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, spans: Span[]): boolean {
  return spans.some(({ start, end }) => startsAt.getTime() < Date.parse(end) && endsAt.getTime() > Date.parse(start));
}

/** What has become of an affected appointment. */
export function standOf(visit: {
  wasAt: Date;
  startsAt: Date;
  isSameDoctor: boolean;
  isOwnChoice: boolean;
  status: AppointmentStatus;
  needsRebooking: boolean;
  handledAt: Date | null;
}): VisitStand {
  if (isCancelled(visit.status)) return "CANCELLED";
  if (!visit.isSameDoctor || visit.startsAt.getTime() !== visit.wasAt.getTime())
    return visit.isOwnChoice ? "CHOSEN" : "MOVED";
  if (visit.needsRebooking) return "NEEDS_TIME";
  return visit.handledAt === null ? "WAITING" : "KEPT";
}

/** Returns the `count` times nearest to `start`, ascending. */
export function nearest<T extends { start: string }>(slots: T[], start: Date, count: number): T[] {
  const distance = (slot: T) => Math.abs(Date.parse(slot.start) - start.getTime());
  return [...slots]
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, count)
    .sort((a, b) => (a.start < b.start ? -1 : 1));
}

/** The search for other times: around the old one first, then after that. */
export function searchWindows(start: Date, now: Date): { from: Date; to: Date }[] {
  const at = (days: number) => new Date(Math.max(now.getTime(), start.getTime() + days * DAY_MS));
  return [
    { from: at(-7), to: at(21) },
    { from: at(21), to: at(92) },
  ];
}

export type Movable<T extends Span> = {
  startsAt: Date;
  /** The times that would do, by the doctor's hours. */
  slots: T[];
  /** When the patient has something else. */
  busy: Span[];
};

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** Whether a time is none of these. */
export function isFree(slot: Span, taken: Span[]): boolean {
  return !taken.some((one) => overlaps(slot, one));
}

/**
 * Gives each visit the time nearest to its own, in the order of their times, so that no two overlap and no patient has to
 * be in two places; null where none is left. One doctor's visits, as far apart as the buffers of a time's hours want.
 */
export function planMoves<T extends Span>(
  visits: Movable<T>[],
  apartMinutes: (slot: T) => number = () => 0,
): (T | null)[] {
  const given: { from: number; to: number }[] = [];
  const isLeft = (slot: T) => {
    const { from, to } = instantsOf(slot);
    const apart = apartMinutes(slot) * MINUTE_MS;
    return !given.some((one) => from < one.to + apart && one.from < to + apart);
  };
  return visits.map(({ startsAt, slots, busy }) => {
    const [slot = null] = nearest(
      slots.filter((one) => isLeft(one) && isFree(one, busy)),
      startsAt,
      1,
    );
    if (slot) given.push(instantsOf(slot));
    return slot;
  });
}

const instantsOf = ({ start, end }: Span) => ({ from: Date.parse(start), to: Date.parse(end) });

/** What a running delay says: from when on and until when appointments are expected later, and by how much. */
export type Delay = {
  id: string;
  doctorId: string;
  hospitalId: string | null;
  minutes: number;
  since: Date;
  endsAt: Date;
  isAnnounced: boolean;
};

/**
 * Returns when an appointment is expected by a delay; null when it isn't affected: someone else's, at another place, on
 * another day, or due long before the doctor was late.
 */
export function expectedAt(
  visit: { doctorId: string; hospitalId: string | null; startsAt: Date },
  { doctorId, hospitalId, minutes, since, endsAt }: Delay,
): Date | null {
  const isHere = visit.doctorId === doctorId && (hospitalId === null || visit.hospitalId === hospitalId);
  const expected = new Date(visit.startsAt.getTime() + minutes * MINUTE_MS);
  return isHere && expected > since && visit.startsAt < endsAt ? expected : null;
}
