import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordNews } from "@/lib/domain/contacts/record-news";
import { COMING_STATUSES, comingSelect, type ComingVisit } from "@/lib/domain/schedules/queries";
import { askToRebook } from "@/lib/domain/schedules/rebook-visits";
import { groupBy } from "@/lib/platform/collections/group-by";
import { db, type Prisma, type Tx } from "@/lib/platform/db/db";
import { log } from "@/lib/platform/log/log";
import { stampOf } from "@/lib/platform/life-cycle/life-cycle";
import { appointmentDelayed, appointmentOnTime, disruptionEvent } from "./events";
import { endAnnounced } from "./internal/replace-delay";
import { expectedAt } from "./rules";
import { DISRUPTION_LIFE_CYCLE } from "./status";

const BATCH = 25;
/** How many are read at once. */
const TENDED = 100;

/**
 * Tells the patients of a disruption that is due, 25 in a transaction: each is told once, however often this is
 * interrupted, and by however many workers at once. Stops when the disruption has ended.
 */
export async function tellPatients(disruptionId: string, now: Date = new Date()): Promise<void> {
  while (await tellSome(disruptionId, now));
}

/** Tells the patients a dead worker didn't get to, and ends what is over. What fails is tried again next time. */
export async function tendDisruptions(now: Date = new Date()): Promise<void> {
  const orphaned = new Date(now.getTime() - 5_000);
  const untold: Prisma.DisruptionWhereInput[] = [
    { status: "PREPARED", tellAt: { lte: orphaned } },
    { status: "ANNOUNCED", updatedAt: { lte: orphaned }, visits: { some: { handledAt: null } } },
  ];
  await tendEach({ OR: untold }, (id) => tellPatients(id, now));
  await tendEach({ status: "ANNOUNCED", endsAt: { lte: now }, visits: { none: { handledAt: null } } }, (id) =>
    endOver(id, now),
  );
}

/** Takes each of them once: one that fails holds up neither those after it nor what comes next. */
async function tendEach(where: Prisma.DisruptionWhereInput, work: (id: string) => Promise<void>): Promise<void> {
  const tried: string[] = [];
  for (;;) {
    const rows = await db.disruption.findMany({
      where: { AND: [where, { id: { notIn: tried } }] },
      orderBy: [{ tellAt: "asc" }, { id: "asc" }],
      take: TENDED,
      select: { id: true },
    });
    for (const { id } of rows) {
      tried.push(id);
      await work(id).catch((error: unknown) => log.error({ err: error }, "a disruption failed"));
    }
    if (rows.length < TENDED) return;
  }
}

const toldSelect = {
  kind: true,
  id: true,
  doctorId: true,
  hospitalId: true,
  hospitalIds: true,
  status: true,
  tellAt: true,
  lateMinutes: true,
  createdAt: true,
  endsAt: true,
} as const;
type Told = Prisma.DisruptionGetPayload<{ select: typeof toldSelect }>;

/** One step: announces what is due, or tells the next patients. Returns whether there may be more. */
function tellSome(id: string, now: Date): Promise<boolean> {
  return inTransaction(
    SYSTEM_ACTOR,
    async (tx) => {
      const row = await tx.disruption.findUnique({ where: { id }, select: toldSelect });
      if (row?.status === "PREPARED" && row.tellAt <= now) {
        await step(tx, row, "ANNOUNCED", now);
        return true;
      }
      return row?.status === "ANNOUNCED" && tellBatch(tx, row, now);
    },
    { locks: [`disruption:${id}`] },
  );
}

async function tellBatch(tx: Tx, row: Told, now: Date): Promise<boolean> {
  const waiting = await tx.disruptionVisit.findMany({
    where: { disruptionId: row.id, handledAt: null },
    orderBy: [{ startsAt: "asc" }, { appointmentId: "asc" }],
    take: BATCH,
    select: { appointmentId: true, startsAt: true, appointment: { select: comingSelect } },
  });
  if (waiting.length === 0) return false;
  const concerned = waiting.filter(isStillInTheWay).map(({ appointment }) => appointment);
  const events =
    row.kind === "LATE"
      ? concerned.filter(isOut).map((visit) => delayNews(row, visit))
      : await askToRebook(tx, concerned);
  const { doctorId, hospitalId } = row;
  const details = { patients: events.length };
  const audit = { action: "disruption.tell", subject: "disruption", subjectId: row.id, doctorId, hospitalId, details };
  await tx.disruption.update({ where: { id: row.id }, data: { version: { increment: 1 } }, select: { id: true } });
  const reaches = await recordNews(tx, SYSTEM_ACTOR, audit, [...events, disruptionEvent("disruption.progressed", row)]);
  const told = new Map(events.map(({ aggregateId }, index) => [aggregateId, reaches[index]?.by ?? null]));
  const ids = waiting.map(({ appointmentId }) => appointmentId);
  for (const [reach, appointmentIds] of groupBy(ids, (id) => told.get(id) ?? null))
    await tx.disruptionVisit.updateMany({
      where: { disruptionId: row.id, appointmentId: { in: appointmentIds } },
      data: { handledAt: now, reach },
    });
  return waiting.length === BATCH;
}

/** Not moved, started or cancelled since it was found to be affected. */
function isStillInTheWay({ startsAt, appointment }: { startsAt: Date; appointment: ComingVisit }) {
  return COMING_STATUSES.includes(appointment.status) && appointment.startsAt.getTime() === startsAt.getTime();
}

/** Patients who are here already see it at the front desk. */
function isOut({ status }: ComingVisit): boolean {
  return status !== "CHECKED_IN";
}

/** It starts later; or at once, where its patient was told of a longer delay and its time has passed by this one. */
function delayNews({ id, doctorId, hospitalId, lateMinutes, createdAt, endsAt }: Told, visit: ComingVisit) {
  const since = createdAt;
  const delay = {
    id,
    doctorId: doctorId ?? "",
    hospitalId,
    minutes: lateMinutes ?? 0,
    since,
    endsAt,
    isAnnounced: true,
  };
  return expectedAt(visit, delay) ? appointmentDelayed(visit) : appointmentOnTime(visit);
}

function endOver(id: string, now: Date): Promise<void> {
  return inTransaction(
    SYSTEM_ACTOR,
    async (tx) => {
      const row = await tx.disruption.findUnique({ where: { id }, select: toldSelect });
      if (row?.status === "ANNOUNCED") await step(tx, row, "ENDED", now);
    },
    { locks: [`disruption:${id}`] },
  );
}

async function step(tx: Tx, row: Told, status: "ANNOUNCED" | "ENDED", now: Date): Promise<void> {
  const replaced = status === "ANNOUNCED" ? await endAnnounced(tx, row, now) : [];
  const data = { status, ...stampOf(DISRUPTION_LIFE_CYCLE, status, now), version: { increment: 1 } };
  await tx.disruption.update({ where: { id: row.id }, data, select: { id: true } });
  const { doctorId, hospitalId } = row;
  const [action, type] =
    status === "ANNOUNCED"
      ? (["disruption.announce", "disruption.announced"] as const)
      : (["disruption.end", "disruption.ended"] as const);
  const audit = { action, subject: "disruption", subjectId: row.id, doctorId, hospitalId };
  await recordNews(tx, SYSTEM_ACTOR, audit, [...replaced, disruptionEvent(type, row)]);
}
