import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { previewReaches } from "@/lib/domain/contacts/record-news";
import { UNDO_SECONDS } from "@/lib/domain/disruptions/status";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import type { Tx } from "@/lib/platform/db/db";
import { isConflict } from "@/lib/platform/db/driver-error";
import { notFound } from "@/lib/platform/errors/app-error";
import { stayNeedsBed, wardClosureEvent } from "./events";
import { closureLock } from "./internal/closure-locks";
import { databaseTime } from "./internal/database-time";
import { queueTending } from "./internal/queue-tending";
import { tellLater } from "./internal/tell-later";
import { canCloseBeds } from "./policy";
import { getWardClosure, listStaysIn, type AffectedStay, type WardClosure } from "./queries";
import { invalid, readClosing } from "./rules";
import type { AffectedCounts, CloseWardInput, PreviewClosureInput } from "./schema";
import { affectedCounts, plannedStays, type Wanted } from "./statements";

/**
 * Closes a ward, or some of its beds, from now or a later instant on: they are given to no one then. People who lie there stay;
 * the patients of reservations that fall in it are told two minutes later, or at once if asked. Until then it can be undone.
 * Throws `not-found`, `invalid` (another ward's beds, impossible times, closed already).
 */
export async function closeWard(actor: Actor, input: CloseWardInput): Promise<WardClosure> {
  const id = await underLock(actor, input, async (tx, wanted, now) => {
    const { hospitalId, wardId, bedIds, startsAt, endsAt } = wanted;
    const hasBegun = startsAt <= now;
    const tellAt = new Date(now.getTime() + UNDO_SECONDS * 1_000);
    const row = await tx.wardClosure.create({
      data: {
        ...{ hospitalId, wardId, startsAt, endsAt, tellAt },
        isWholeWard: bedIds === null,
        reason: input.reason,
        begunAt: hasBegun ? now : null,
        createdByUserId: actor.userId,
      },
      select: { id: true, wardId: true, hospitalId: true },
    });
    await tx.wardClosureBed.createMany({
      data: (bedIds ?? []).map((bedId) => ({ closureId: row.id, hospitalId, bedId })),
    });
    const patients = await tellLater(tx, row.id);
    await queueTending(tx, row.id, "tell", tellAt);
    if (!hasBegun) await queueTending(tx, row.id, "begin", startsAt);
    if (endsAt) await queueTending(tx, row.id, "end", endsAt);
    const details = { reason: input.reason, beds: bedIds?.length ?? "all", patients };
    const audit = { action: "ward-closure.prepare", subject: "ward-closure", subjectId: row.id, hospitalId, details };
    const capacity = hasBegun ? [capacityChanged(hospitalId)] : [];
    await recordChange(tx, actor, audit, [wardClosureEvent("ward-closure.prepared", row), ...capacity]);
    return row.id;
  }).catch((error: unknown) => {
    throw isConflict(error) ? closedAlready("startsAt") : error;
  });
  return getWardClosure(actor, id);
}

/** The error for a whole ward that is closed then already. */
export function closedAlready(path: string) {
  return invalid(path, "The ward is closed then already.");
}

export type ClosurePreview = { counts: AffectedCounts; items: AffectedStay[]; nextCursor: string | null };

/**
 * Returns who has one of the beds, a page at a time, and how those with a reservation would be told; changes nothing. Throws the
 * same errors.
 */
export function previewClosure(actor: Actor, input: PreviewClosureInput): Promise<ClosurePreview> {
  const { limit, cursor, ...closing } = input;
  return underLock(actor, closing, async (tx, wanted) => {
    const source = { wanted };
    const [counted] = await affectedCounts(tx, source);
    const planned = await plannedStays(tx, source);
    const reaches = await previewReaches(tx, planned.map(stayNeedsBed));
    const by = new Map(planned.map(({ id }, index) => [id, reaches[index]?.by ?? null]));
    const count = (...ways: string[]) => reaches.filter((reach) => ways.includes(reach.by)).length;
    const told = { told: count("EMAIL", "NOTIFICATION"), toCall: count("PHONE"), unreachable: count("NONE") };
    const { items, nextCursor } = await listStaysIn(tx, source, { limit, cursor });
    return {
      counts: { inBed: counted?.inBed ?? 0, planned: counted?.planned ?? 0, ...told },
      items: items.map((stay) => ({ ...stay, reach: by.get(stay.id) ?? null })),
      nextCursor,
    };
  });
}

/** While no one is given a bed. Throws `not-found` unless the beds are the actor's to close. */
async function underLock<T>(
  actor: Actor,
  input: CloseWardInput,
  work: (tx: Tx, wanted: Wanted, now: Date) => Promise<T>,
): Promise<T> {
  const { hospitalId, wardId, bedIds } = input;
  if (!canCloseBeds(actor, hospitalId)) throw notFound();
  return inTransaction(
    actor,
    async (tx) => {
      const now = await databaseTime(tx);
      if ((await tx.ward.count({ where: { id: wardId, hospitalId, removedAt: null } })) === 0) throw notFound();
      const chosen = bedIds ? [...new Set(bedIds)] : null;
      if (chosen) await requireBeds(tx, wardId, chosen);
      const period = readClosing(input, now);
      if (!chosen) await requireOpen(tx, wardId, period);
      return work(tx, { hospitalId, wardId, bedIds: chosen, ...period }, now);
    },
    { locks: [closureLock(hospitalId)] },
  );
}

async function requireBeds(tx: Tx, wardId: string, bedIds: string[]): Promise<void> {
  const count = await tx.bed.count({ where: { id: { in: bedIds }, wardId, removedAt: null } });
  if (count < bedIds.length) throw invalid("bedIds", "Choose beds of this ward.");
}

async function requireOpen(tx: Tx, wardId: string, { startsAt, endsAt }: Pick<Wanted, "startsAt" | "endsAt">) {
  const count = await tx.wardClosure.count({
    where: {
      wardId,
      isWholeWard: true,
      status: { in: ["PREPARED", "ANNOUNCED"] },
      OR: [{ endsAt: null }, { endsAt: { gt: startsAt } }],
      ...(endsAt ? { startsAt: { lt: endsAt } } : {}),
    },
  });
  if (count > 0) throw closedAlready("startsAt");
}
