import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import type { EventDraft } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { recordNews } from "@/lib/domain/contacts/record-news";
import { DISRUPTION_LIFE_CYCLE } from "@/lib/domain/disruptions/status";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { groupBy } from "@/lib/platform/collections/group-by";
import { db, type Prisma, type Tx } from "@/lib/platform/db/db";
import { stampOf } from "@/lib/platform/life-cycle/life-cycle";
import { log } from "@/lib/platform/log/log";
import { stayNeedsBed, wardClosureEvent, type WardClosureEventType } from "./events";
import { closureLock } from "./internal/closure-locks";
import { databaseTime } from "./internal/database-time";
import { dueClosures, plannedStays } from "./statements";

const BATCH = 25;
/** How many are read at once. */
const TENDED = 100;

/**
 * Does what is due for a closing: tells open pages that it has begun, tells the patients, 25 in a transaction and each once, and
 * ends it. What is closed doesn't depend on it. By any number of workers at once.
 */
export async function tendWardClosure(id: string): Promise<void> {
  const row = await db.wardClosure.findUnique({ where: { id }, select: { hospitalId: true } });
  if (row) while (await tendOnce(id, row.hospitalId));
}

/** Does the same for what a dead worker has left. What fails is tried again the next time. */
export async function tendWardClosures(): Promise<void> {
  const tried: string[] = [];
  for (;;) {
    const rows = await dueClosures(db, tried, TENDED);
    for (const { id } of rows) {
      tried.push(id);
      await tendWardClosure(id).catch((error: unknown) => log.error({ err: error }, "a ward's closing failed"));
    }
    if (rows.length < TENDED) return;
  }
}

const tendedSelect = {
  id: true,
  hospitalId: true,
  wardId: true,
  status: true,
  startsAt: true,
  endsAt: true,
  tellAt: true,
  begunAt: true,
} as const;
type Tended = Prisma.WardClosureGetPayload<{ select: typeof tendedSelect }>;

/** One step of those that are due. Returns whether there may be more. */
function tendOnce(id: string, hospitalId: string): Promise<boolean> {
  return inTransaction(
    SYSTEM_ACTOR,
    async (tx) => {
      const now = await databaseTime(tx);
      const row = await tx.wardClosure.findUnique({ where: { id }, select: tendedSelect });
      if (row?.status !== "PREPARED" && row?.status !== "ANNOUNCED") return false;
      const isOver = row.endsAt !== null && row.endsAt <= now;
      if (row.begunAt === null && row.startsAt <= now) {
        await step(tx, row, { begunAt: now }, "begin", "ward-closure.begun");
        return true;
      }
      if (row.status === "PREPARED") {
        if (row.tellAt > now && !isOver) return false;
        const data = { status: "ANNOUNCED" as const, ...stampOf(DISRUPTION_LIFE_CYCLE, "ANNOUNCED", now) };
        await step(tx, row, data, "announce", "ward-closure.announced");
        return true;
      }
      if (await tellBatch(tx, row, now)) return true;
      if (isOver) {
        const data = { status: "ENDED" as const, ...stampOf(DISRUPTION_LIFE_CYCLE, "ENDED", now) };
        await step(tx, row, data, "end", "ward-closure.ended");
      }
      return false;
    },
    { locks: [closureLock(hospitalId)] },
  );
}

/** Beginning and ending change how many beds are free. */
async function step(
  tx: Tx,
  row: Tended,
  data: Prisma.WardClosureUncheckedUpdateInput,
  action: "begin" | "announce" | "end",
  type: WardClosureEventType,
): Promise<void> {
  await tx.wardClosure.update({
    where: { id: row.id },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  });
  const capacity: EventDraft[] = action === "announce" ? [] : [capacityChanged(row.hospitalId)];
  await recordNews(tx, SYSTEM_ACTOR, auditOf(row, action), [wardClosureEvent(type, row), ...capacity]);
}

/** Tells the next patients whose reservation is still in the way. Returns whether there were any to look at. */
async function tellBatch(tx: Tx, row: Tended, now: Date): Promise<boolean> {
  const closureId = row.id;
  const waiting = await tx.wardClosureStay.findMany({
    where: { closureId, handledAt: null },
    orderBy: { bookingId: "asc" },
    take: BATCH,
    select: { bookingId: true, bedId: true },
  });
  if (waiting.length === 0) return false;
  const inTheWay = new Map((await plannedStays(tx, { closureIds: [closureId] })).map((stay) => [stay.id, stay]));
  const concerned = waiting.flatMap(({ bookingId, bedId }) => {
    const stay = inTheWay.get(bookingId);
    return stay?.bedId === bedId ? [stay] : [];
  });
  await tx.wardClosure.update({ where: { id: closureId }, data: { version: { increment: 1 } }, select: { id: true } });
  const audit = { ...auditOf(row, "tell"), details: { patients: concerned.length } };
  const events = [...concerned.map(stayNeedsBed), wardClosureEvent("ward-closure.progressed", row)];
  const reaches = await recordNews(tx, SYSTEM_ACTOR, audit, events);
  const told = new Map(concerned.map(({ id }, index) => [id, reaches[index]?.by ?? null]));
  const ids = waiting.map(({ bookingId }) => bookingId);
  for (const [reach, bookingIds] of groupBy(ids, (id) => told.get(id) ?? null))
    await tx.wardClosureStay.updateMany({
      where: { closureId, bookingId: { in: bookingIds } },
      data: { handledAt: now, reach },
    });
  return true;
}

function auditOf({ id, hospitalId }: Tended, action: string) {
  return { action: `ward-closure.${action}`, subject: "ward-closure", subjectId: id, hospitalId };
}
