const MINUTE_MS = 60_000;

/** Anyone later than this takes their turn by arrival, no longer by the time of their appointment. */
const LATE_MINUTES = 15;
/** How many calls someone misses before they are set aside. */
const MAX_MISSES = 2;
/** Anyone who missed a call is called again after this many others. */
export const OTHERS_FIRST = 2;

/** Someone who has arrived, as far as their turn depends on it. */
export type Waiter = {
  number: number;
  startsAt: Date;
  arrivedAt: Date;
  isWalkIn: boolean;
  /** Since when they go first. */
  priorityAt: Date | null;
  calledAt: Date | null;
  misses: number;
  /** After how many calls of the queue their turn comes again. */
  returnsAfter: number | null;
};

/** Returns from when it is someone's turn: their appointment's time; their arrival for walk-ins and those who came late. */
export function dueAt({ startsAt, arrivedAt, isWalkIn }: Pick<Waiter, "startsAt" | "arrivedAt" | "isWalkIn">): Date {
  const isLate = arrivedAt.getTime() > startsAt.getTime() + LATE_MINUTES * MINUTE_MS;
  return isWalkIn || isLate ? arrivedAt : startsAt;
}

/** Tells whether someone missed every call and has not come back. */
export function isSetAside({ misses, returnsAfter }: Pick<Waiter, "misses" | "returnsAfter">): boolean {
  return misses >= MAX_MISSES && returnsAfter === null;
}

/**
 * Returns who is called next, in this order: urgent patients by when they were marked urgent; then everyone else by when their turn came,
 * appointments and walk-ins in one line, so that those whose time hasn't come are last. Anyone who missed a call stands behind as many others as
 * `returnsAfter` says. Without those who are called already or set aside. `calls`: how many people the queue has called so far.
 */
export function callOrder<W extends Waiter>(waiting: readonly W[], calls: number): W[] {
  const present = waiting.filter((one) => one.calledAt === null && !isSetAside(one));
  const line = present.filter(({ returnsAfter }) => returnsAfter === null).sort(byTurn);
  const returning = present.filter(({ returnsAfter }) => returnsAfter !== null).sort(byReturn);
  const urgent = line.filter(({ priorityAt }) => priorityAt !== null).length;
  let free = 0;
  for (const one of returning) {
    const behind = Math.max((one.returnsAfter ?? 0) - calls, one.priorityAt ? 0 : urgent, free);
    const place = Math.min(behind, line.length);
    line.splice(place, 0, one);
    free = place + 1;
  }
  return line;
}

/** What a missed call means: after the first, their turn comes again; after the last, they are set aside. */
export function afterMiss(misses: number, calls: number): { misses: number; returnsAfter: number | null } {
  const missed = Math.min(misses + 1, MAX_MISSES);
  return { misses: missed, returnsAfter: missed >= MAX_MISSES ? null : calls + OTHERS_FIRST };
}

/** Someone who was set aside and is back stands behind the next two, and is set aside again if they miss that call. */
export function afterRecall(calls: number): { misses: number; returnsAfter: number } {
  return { misses: MAX_MISSES - 1, returnsAfter: calls + OTHERS_FIRST };
}

function byTurn(a: Waiter, b: Waiter): number {
  const first = Number(b.priorityAt !== null) - Number(a.priorityAt !== null);
  const since = (one: Waiter) => (one.priorityAt ?? dueAt(one)).getTime();
  return first || since(a) - since(b) || a.number - b.number;
}

function byReturn(a: Waiter, b: Waiter): number {
  return (a.returnsAfter ?? 0) - (b.returnsAfter ?? 0) || a.number - b.number;
}

/** Writes a number as it is called: A12; after Z come AA, AB and so on. */
export function numberText(letter: number, number: number): string {
  let letters = "";
  for (let rest = letter; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${number}`;
}
