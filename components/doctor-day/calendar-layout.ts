import { wallClock } from "@/lib/platform/time/wall-clock";
import type { VisitCard } from "@/lib/domain/appointments/output";
import type { Clock } from "@/lib/platform/time/clock";

export type CalendarData = {
  visits: VisitCard[];
  /** When hours are open, as instants. */
  open: { start: string; end: string }[];
  timeZone: string;
  asOf: string;
  places: Record<string, string>;
};

/** A visit of twenty minutes is still as tall as a finger needs (24 px). */
export const HOUR_PX = 80;

/** Part of one column: minutes of its day on the wall clock. */
export type Block = { from: number; to: number };

/** Returns the part of an instant span on `date`; null if there is none. */
export function blockOn(span: { start: string; end: string }, date: string, clock: Clock): Block | null {
  const start = wallClock(span.start, clock);
  const end = wallClock(span.end, clock);
  if (start.date > date || end.date < date) return null;
  const from = start.date < date ? 0 : start.minutes;
  const to = end.date > date ? 1440 : end.minutes;
  return to > from ? { from, to } : null;
}

export type PlacedVisit = Block & { visit: VisitCard; lane: number; lanes: number };

/** The visits that start on a date, side by side where they overlap (one closed and one rebooked). */
export function placeVisits(visits: VisitCard[], date: string, clock: Clock): PlacedVisit[] {
  const blocks = visits
    .filter((visit) => wallClock(visit.start, clock).date === date)
    .flatMap((visit) => {
      const block = blockOn(visit, date, clock);
      return block ? [{ ...block, visit }] : [];
    })
    .sort((a, b) => a.from - b.from);
  const placed: PlacedVisit[] = [];
  let cluster: PlacedVisit[] = [];
  let clusterEnd = -1;
  const close = () => {
    const lanes = Math.max(1, ...cluster.map(({ lane }) => lane + 1));
    placed.push(...cluster.map((one) => ({ ...one, lanes })));
    cluster = [];
  };
  for (const block of blocks) {
    if (block.from >= clusterEnd) close();
    const taken = new Set(cluster.filter(({ to }) => to > block.from).map(({ lane }) => lane));
    let lane = 0;
    while (taken.has(lane)) lane++;
    cluster.push({ ...block, lane, lanes: 1 });
    clusterEnd = Math.max(clusterEnd, block.to);
  }
  close();
  return placed;
}

/** The whole hours a calendar shows: everything open or booked, and at least a working day. */
export function hoursShown(blocks: Block[]): { first: number; last: number } {
  const first = Math.min(8, ...blocks.map(({ from }) => Math.floor(from / 60)));
  const last = Math.max(18, ...blocks.map(({ to }) => Math.ceil(to / 60)));
  return { first, last };
}

export type FreePlace = { start: string; scheduleId: string; date: string; minutes: number };

const CATCH_MINUTES = 20;

/**
 * The available time a visit dropped here would take: the nearest one of that day, if it is near enough to be meant.
 */
export function nearestFree(free: FreePlace[], date: string, minutes: number): FreePlace | undefined {
  const distance = (one: FreePlace) => Math.abs(one.minutes - minutes);
  const [nearest] = free
    .filter((one) => one.date === date && distance(one) <= CATCH_MINUTES)
    .sort((a, b) => distance(a) - distance(b));
  return nearest;
}
