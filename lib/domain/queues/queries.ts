import type { EventDraft } from "@/lib/actor/record";
import { groupBy } from "@/lib/platform/collections/group-by";
import type { Sql } from "@/lib/platform/db/sql";
import type { RowOf } from "@/lib/platform/db/statement";
import { MINUTE_MS } from "@/lib/platform/time/iso-text";
import { queueEvent, type FollowedQueue } from "./events";
import { callOrder, dueAt, isSetAside } from "./rules";
import { durationOf, expectedWait, remainder, type Duration, type Wait } from "./rules/wait";
import {
  atWork,
  followedQueue,
  keepCheckedIn,
  latestDurations,
  queueOfAppointment,
  waitingIn,
  yetToCome,
} from "./statements";
import type { TicketState } from "./status";

/** How many of the doctor's latest visits say how long the next ones take. */
const SAMPLES = 200;
/** Later ones come behind everyone who is here. */
const AHEAD_MS = 4 * 60 * MINUTE_MS;

/** Returns the event of someone with a number who came, was seen or went; none without a number. In the same transaction. */
export async function listQueueMoves(tx: Sql, appointmentId: string): Promise<EventDraft[]> {
  return (await queueOfAppointment(tx, appointmentId)).map((queue) => queueEvent("queue.moved", queue));
}

/** Returns a queue with who follows it, for its events; at most one. In the transaction that changes it. */
export function listFollowers(tx: Sql, queueId: string): Promise<FollowedQueue[]> {
  return followedQueue(tx, queueId);
}

type Waiting = RowOf<typeof waitingIn>;

/** Someone who waits, and whether they are called. */
export type Standing = Waiting & { state: Extract<TicketState, "WAITING" | "CALLED" | "SET_ASIDE"> };

/** The same with their turn: how many are before them and for how long; null for those who have no turn now. */
export type Turn = Standing & { dueAt: Date; ahead: number | null; wait: Wait | null };

type Queue = { id: string; doctorId: string; hospitalId: string | null; calls: number };

/**
 * Lists everyone who waits in each of these queues: those who are called, then in the order in which they will be, then
 * those set aside. One statement, and no waits. For callers who know that the reader may see these queues.
 */
export async function unsafeListLines(client: Sql, queues: readonly Queue[]): Promise<Standing[][]> {
  if (queues.length === 0) return [];
  const ids = queues.map(({ id }) => id);
  const waiting = groupBy(await waitingIn(client, ids), ({ queueId }) => queueId);
  return queues.map(({ id, calls }) => lineOf(waiting.get(id) ?? [], calls));
}

function lineOf(waiting: readonly Waiting[], calls: number): Standing[] {
  const standing = (state: Standing["state"]) => (one: Waiting) => ({ ...one, state });
  const called = waiting.filter(({ calledAt }) => calledAt !== null).sort(byCall);
  const away = waiting.filter((one) => one.calledAt === null && isSetAside(one));
  return [
    ...called.map(standing("CALLED")),
    ...callOrder(waiting, calls).map(standing("WAITING")),
    ...away.map(standing("SET_ASIDE")),
  ];
}

/**
 * Lists the same with everyone's expected wait, in four statements however many queues there are. For callers who know
 * that the reader may see these queues, or their own line of them.
 */
export async function unsafeListTurns(client: Sql, queues: readonly Queue[], now: Date): Promise<Turn[][]> {
  const lines = await unsafeListLines(client, queues);
  const doctorIds = [...new Set(queues.filter((_, index) => lines[index]?.length).map(({ doctorId }) => doctorId))];
  if (doctorIds.length === 0) return lines.map(() => []);
  const [working, coming, measured] = await Promise.all([
    atWork(client, doctorIds, now),
    yetToCome(client, doctorIds, new Date(now.getTime() - 15 * MINUTE_MS), new Date(now.getTime() + AHEAD_MS)),
    latestDurations(client, doctorIds, SAMPLES),
  ]);
  const byDoctor = <T extends { doctorId: string }>(rows: T[]) => groupBy(rows, ({ doctorId }) => doctorId);
  const [workingOf, comingOf, measuredOf] = [byDoctor(working), byDoctor(coming), byDoctor(measured)];
  return queues.map(({ doctorId, hospitalId }, index) =>
    turnsOf(
      lines[index] ?? [],
      {
        working: workingOf.get(doctorId) ?? [],
        coming: (comingOf.get(doctorId) ?? []).filter((one) => one.hospitalId === hospitalId),
        measured: measuredOf.get(doctorId) ?? [],
      },
      now,
    ),
  );
}

type Facts = {
  working: RowOf<typeof atWork>[];
  coming: RowOf<typeof yetToCome>[];
  measured: RowOf<typeof latestDurations>[];
};

function turnsOf(line: Standing[], { working, coming, measured }: Facts, now: Date): Turn[] {
  const minutes = measured.map((one) => one.minutes);
  const length = ({ serviceId, plannedMinutes }: Pick<Waiting, "serviceId" | "plannedMinutes">) =>
    durationOf(
      [measured.filter((one) => one.serviceId === serviceId).map((one) => one.minutes), minutes],
      plannedMinutes,
    );
  const inTheRoom = working.map((one) => remainder(length(one), (now.getTime() - one.startedAt.getTime()) / MINUTE_MS));
  const before: Duration[] = [...inTheRoom];
  return line.map((one, index): Turn => {
    const due = dueAt(one);
    if (one.state === "SET_ASIDE") return { ...one, dueAt: due, ahead: null, wait: null };
    const own = length(one);
    if (one.state === "CALLED") {
      before.push(own);
      return { ...one, dueAt: due, ahead: null, wait: null };
    }
    const expected = one.priorityAt ? [] : coming.filter(({ startsAt }) => startsAt < due).map(length);
    const untilDue = one.priorityAt ? 0 : Math.max(0, due.getTime() - now.getTime()) / MINUTE_MS;
    const wait = expectedWait([...before, ...expected], untilDue);
    before.push(own);
    return { ...one, dueAt: due, ahead: index, wait };
  });
}

function byCall(a: Waiting, b: Waiting): number {
  return (a.calledAt?.getTime() ?? 0) - (b.calledAt?.getTime() ?? 0);
}

/**
 * Returns who is to be called next, and keeps them from going until the transaction ends; null when no one waits. Someone
 * who leaves at this moment is left out. Under the queue's lock.
 */
export async function findNextIn(tx: Sql, { id, calls }: Pick<Queue, "id" | "calls">): Promise<Waiting | null> {
  for (const one of callOrder(await waitingIn(tx, [id]), calls)) {
    if (await isStillHere(tx, one.appointmentId)) return one;
  }
  return null;
}

/** Tells whether someone is still checked in, and keeps them so until the transaction ends. */
export async function isStillHere(tx: Sql, appointmentId: string): Promise<boolean> {
  return (await keepCheckedIn(tx, appointmentId)).length > 0;
}
