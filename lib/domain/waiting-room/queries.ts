import { getAppointment } from "@/lib/domain/appointments/queries";
import { unsafeListTurns, type Turn } from "@/lib/domain/queues/queries";
import { numberText } from "@/lib/domain/queues/rules";
import type { Actor } from "@/lib/actor/actor";
import { db, type Db, type Prisma } from "@/lib/platform/db/db";
import { sql } from "@/lib/platform/db/sql";
import { notFound } from "@/lib/platform/errors/app-error";
import { DAY_MS } from "@/lib/platform/time/iso-text";
import { localDateAt, shiftDate } from "@/lib/platform/time/local-date";
import { visibleTo } from "./policy";
import type { PlaceInLine, QueueDetail, QueueOutput, TicketOutput } from "./schema";

const here = { appointment: { status: "CHECKED_IN" } } as const;

const queueSelect = {
  id: true,
  doctorId: true,
  hospitalId: true,
  day: true,
  letter: true,
  calls: true,
  overbooked: true,
  room: true,
  version: true,
  doctor: { select: { name: true, timeZone: true } },
  hospital: { select: { name: true, timeZone: true } },
  _count: { select: { tickets: { where: here } } },
} satisfies Prisma.WaitingQueueSelect;

export type QueueRow = Prisma.WaitingQueueGetPayload<{ select: typeof queueSelect }>;

type Narrowed = Pick<Prisma.WaitingQueueWhereInput, "hospitalId" | "doctorId">;

/** More doctors than any place has on five days. */
const MAX_QUEUES = 3_000;

/**
 * Returns today's queues that the actor runs, with names, in the order of their letters; yesterday's and tomorrow's too while
 * someone waits in them.
 */
export function listCurrent(actor: Actor, narrowed: Narrowed, now: Date): Promise<QueueRow[]> {
  return listToday({ AND: [visibleTo(actor), narrowed] }, now);
}

/** Returns all of a place, for callers who know that the reader may see its numbers. */
export function unsafeListCurrentAt(place: Narrowed, now: Date): Promise<QueueRow[]> {
  return listToday(place, now);
}

async function listToday(which: Prisma.WaitingQueueWhereInput, now: Date): Promise<QueueRow[]> {
  // A day more on either side: the place's date may be another than that of UTC.
  const days = { gte: dayAt(now, -2), lte: dayAt(now, 2) };
  const rows = await db.waitingQueue.findMany({
    where: { AND: [which, { day: days }] },
    orderBy: [{ hospitalId: "asc" }, { day: "asc" }, { letter: "asc" }, { id: "asc" }],
    take: MAX_QUEUES,
    select: queueSelect,
  });
  return rows.filter((row) => isCurrent(row, now));
}

/** Writes the day of a queue: "2027-01-04". */
export function dateOf(day: Date): string {
  return day.toISOString().slice(0, 10);
}

/** Midnight UTC, as a date is read, of the UTC date so many days from now. */
function dayAt(now: Date, days: number): Date {
  return new Date(`${new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10)}T00:00:00Z`);
}

/** Today's by the calendar of the place; around midnight yesterday's and tomorrow's too, while someone waits in them. */
function isCurrent({ day, doctor, hospital, _count }: QueueRow, now: Date): boolean {
  const today = localDateAt(now, hospital?.timeZone ?? doctor.timeZone);
  const ofQueue = dateOf(day);
  const isNextToToday = ofQueue >= shiftDate(today, -1) && ofQueue <= shiftDate(today, 1);
  return ofQueue === today || (isNextToToday && _count.tickets > 0);
}

/** Returns a queue the actor runs; throws `not-found` for all others alike. */
export async function getQueueIn(client: Db, actor: Actor, id: string): Promise<QueueRow> {
  const row = await client.waitingQueue.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: queueSelect });
  if (!row) throw notFound();
  return row;
}

/** Returns the ID of the queue in which an appointment has a number, if the actor runs it; throws `not-found`. */
export async function getQueueId(actor: Actor, appointmentId: string): Promise<string> {
  const ticket = await db.queueTicket.findFirst({
    where: { appointmentId, queue: visibleTo(actor) },
    select: { queueId: true },
  });
  if (!ticket) throw notFound();
  return ticket.queueId;
}

/** Returns a queue with everyone who waits in it. Throws `not-found`. */
export async function getQueue(actor: Actor, id: string, now: Date): Promise<QueueDetail> {
  const [detail] = await listDetails([await getQueueIn(db, actor, id)], now);
  if (!detail) throw notFound();
  return detail;
}

/** Returns the same of each queue that was read under the actor's rights, in as many statements as of one. */
export async function listDetails(rows: QueueRow[], now: Date): Promise<QueueDetail[]> {
  const turns = await unsafeListTurns(sql, rows, now);
  return rows.map((row, index) => ({
    ...toQueueOutput(row),
    tickets: (turns[index] ?? []).map((turn) => toTicketOutput(turn, row.letter)),
    asOf: now.toISOString(),
  }));
}

/**
 * Returns where someone stands whose appointment the actor sees, and nothing about anyone else; null without a number.
 * Throws `not-found`.
 */
export async function findPlaceInLine(actor: Actor, appointmentId: string, now: Date): Promise<PlaceInLine | null> {
  const { status } = await getAppointment(actor, appointmentId);
  const ticket = await db.queueTicket.findUnique({
    where: { appointmentId },
    select: { number: true, calledAt: true, arrivedBy: true, queue: { select: queueSelect } },
  });
  if (!ticket || status === "CONFIRMED") return null;
  const { queue, number, arrivedBy } = ticket;
  const known = {
    appointmentId,
    number: numberText(queue.letter, number),
    arrivedBy,
    room: queue.room,
    asOf: now.toISOString(),
  };
  const turn = status === "CHECKED_IN" ? await findTurn(queue, appointmentId, now) : undefined;
  if (turn)
    return {
      ...known,
      state: turn.state,
      calledAt: turn.calledAt?.toISOString() ?? null,
      ahead: turn.ahead,
      wait: turn.wait,
    };
  const state = status === "IN_PROGRESS" ? ("IN_PROGRESS" as const) : ("OVER" as const);
  return { ...known, state, calledAt: null, ahead: null, wait: null };
}

async function findTurn(queue: QueueRow, appointmentId: string, now: Date) {
  const turns = (await unsafeListTurns(sql, [queue], now)).flat();
  return turns.find((turn) => turn.appointmentId === appointmentId);
}

/** Returns the wire format of a queue. */
export function toQueueOutput(row: QueueRow): QueueOutput {
  return {
    id: row.id,
    doctorId: row.doctorId,
    hospitalId: row.hospitalId,
    day: dateOf(row.day),
    letter: numberText(row.letter, 0).slice(0, -1),
    room: row.room,
    waiting: row._count.tickets,
    overbooked: row.overbooked,
    version: row.version,
  };
}

/** Returns the wire format of someone's turn. */
export function toTicketOutput(turn: Turn, letter: number): TicketOutput {
  return {
    appointmentId: turn.appointmentId,
    patientId: turn.patientId,
    number: numberText(letter, turn.number),
    state: turn.state,
    priority: turn.priority,
    isWalkIn: turn.isWalkIn,
    isOverbooked: turn.isOverbooked,
    arrivedAt: turn.arrivedAt.toISOString(),
    arrivedBy: turn.arrivedBy,
    dueAt: turn.dueAt.toISOString(),
    calledAt: turn.calledAt?.toISOString() ?? null,
    misses: turn.misses,
    ahead: turn.ahead,
    wait: turn.wait,
  };
}
