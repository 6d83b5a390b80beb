import type { Actor } from "@/lib/actor/actor";
import type { EventDraft } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import type { NewsDraft } from "@/lib/domain/contacts/events";
import { recordNews } from "@/lib/domain/contacts/record-news";
import { DISRUPTION_LIFE_CYCLE, type DisruptionStatus } from "@/lib/domain/disruptions/status";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { db, type Prisma, type Tx } from "@/lib/platform/db/db";
import { isConflict } from "@/lib/platform/db/driver-error";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { check, stampOf } from "@/lib/platform/life-cycle/life-cycle";
import { refuseStep } from "@/lib/platform/life-cycle/refuse-step";
import { closedAlready } from "./close-ward";
import { stayKeepsBed, wardClosureEvent, type WardClosureEventType } from "./events";
import { STATUS_LABELS } from "./format";
import { closureLock } from "./internal/closure-locks";
import { databaseTime } from "./internal/database-time";
import { queueTending } from "./internal/queue-tending";
import { tellLater } from "./internal/tell-later";
import { getWardClosure, getWardClosureIn, type WardClosure, type WardClosureRow } from "./queries";
import { phaseOf, readClosingEnd } from "./rules";
import { keptStays } from "./statements";

type Step = { id: string; version?: ExpectedVersion };

/** What a step comes to: its columns, its names in the audit trail and as an event, and what follows once it is stored. */
type Taken = {
  data: Prisma.WardClosureUncheckedUpdateManyInput;
  action: string;
  type: WardClosureEventType;
  then: () => Promise<(EventDraft | NewsDraft)[]>;
};

/**
 * Undoes a closing that no one has been told of: the beds open again. Throws `not-found`, `invalid-transition` (patients have
 * been told), `version-mismatch`.
 */
export function undoWardClosure(actor: Actor, step: Step): Promise<WardClosure> {
  return take(actor, step, (tx, row, now) => ({
    ...stepTo(row, "UNDONE", now),
    then: async () => [...capacityOf(row)],
  }));
}

/** Tells the patients now instead of in two minutes. Throws the same errors. */
export function tellOfWardClosure(actor: Actor, step: Step): Promise<WardClosure> {
  return take(actor, step, (tx, row, now) => ({
    ...stepTo(row, "ANNOUNCED", now),
    then: async () => {
      await queueTending(tx, row.id, "tell", now);
      return [];
    },
  }));
}

/**
 * Ends an announced closing before its time, or calls it off before it has begun: the beds open again, and patients with a
 * reservation who were told are told that it stands. Throws the same errors.
 */
export function endWardClosure(actor: Actor, step: Step): Promise<WardClosure> {
  return take(actor, step, (tx, row, now) => ({
    ...stepTo(row, "ENDED", now),
    then: async () => [...capacityOf(row), ...(await listKept(tx, row.id))],
  }));
}

/**
 * Closes for longer, or for less long: the patients of reservations that fall in it now are told, too, and those whose bed is
 * open after all are told so. Throws `not-found`, `invalid-transition` (it is over), `invalid` (an impossible time, closed
 * again then), `version-mismatch`.
 */
export async function changeWardClosure(
  actor: Actor,
  { id, version = null, endsAt: said }: Step & { endsAt: string | null },
): Promise<WardClosure> {
  return take(actor, { id, version }, (tx, row, now) => {
    if (!["SCHEDULED", "CLOSED"].includes(phaseOf(row, now)))
      throw new AppError("invalid-transition", "It's over already. Close the ward again instead.", {
        extra: { from: row.status },
      });
    const endsAt = readClosingEnd(said, row.startsAt, now);
    const then = async () => {
      await tellLater(tx, id);
      if (row.status === "ANNOUNCED") await queueTending(tx, id, "tell", now);
      if (endsAt) await queueTending(tx, id, "end", endsAt);
      return listKept(tx, id);
    };
    return { data: { endsAt }, action: "change", type: "ward-closure.changed", then };
  }).catch((error: unknown) => {
    throw isConflict(error) ? closedAlready("endsAt") : error;
  });
}

const TYPES = {
  UNDONE: ["undo", "ward-closure.undone"],
  ANNOUNCED: ["announce", "ward-closure.announced"],
  ENDED: ["end", "ward-closure.ended"],
} as const;

/** Throws `invalid-transition`. */
function stepTo({ status: from }: WardClosureRow, to: keyof typeof TYPES, now: Date): Omit<Taken, "then"> {
  const verdict = check(DISRUPTION_LIFE_CYCLE, { from, to, roles: ["practice"] }, () => true);
  if (from === "ANNOUNCED" && to === "UNDONE")
    throw new AppError("invalid-transition", "The patients are already being told, so this can't be undone.", {
      extra: { from, to },
    });
  if (verdict !== "allowed") {
    const step = { thing: "A closing", from, to, labels: STATUS_LABELS };
    throw refuseStep<DisruptionStatus>(verdict as "no-such-step", step, () => new AppError("invalid-transition"));
  }
  const [action, type] = TYPES[to];
  return { data: { status: to, ...stampOf(DISRUPTION_LIFE_CYCLE, to, now) }, action, type };
}

/** While no one is given a bed of the hospital. */
async function take(
  actor: Actor,
  { id, version = null }: Step,
  work: (tx: Tx, row: WardClosureRow, now: Date) => Taken,
): Promise<WardClosure> {
  const { hospitalId } = await getWardClosureIn(db, actor, id);
  await inTransaction(
    actor,
    async (tx) => {
      const now = await databaseTime(tx);
      const before = await getWardClosureIn(tx, actor, id);
      requireVersion(before, version);
      const { data, action, type, then } = work(tx, before, now);
      const changed = await tx.wardClosure.updateMany({
        where: { id, version: before.version },
        data: { ...data, version: { increment: 1 } },
      });
      if (changed.count === 0) throw versionMismatch();
      const audit = { action: `ward-closure.${action}`, subject: "ward-closure", subjectId: id, hospitalId };
      await recordNews(tx, actor, audit, [...(await then()), wardClosureEvent(type, before)]);
    },
    { locks: [closureLock(hospitalId)] },
  );
  return getWardClosure(actor, id);
}

/** The beds were closed, so more are free now. */
function capacityOf({ begunAt, hospitalId }: WardClosureRow): EventDraft[] {
  return begunAt ? [capacityChanged(hospitalId)] : [];
}

async function listKept(tx: Tx, id: string): Promise<NewsDraft[]> {
  return (await keptStays(tx, id)).map(stayKeepsBed);
}
