import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { changedFields } from "@/lib/platform/db/changed-fields";
import { inTransaction } from "@/lib/actor/transaction";
import type { EventDraft } from "@/lib/actor/record";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import type { NewsDraft } from "@/lib/domain/contacts/events";
import { countNotified, recordNews } from "@/lib/domain/contacts/record-news";
import type { NotifiedCount } from "@/lib/domain/contacts/schema";
import { availabilityChanged, scheduleChanged } from "../events";
import { canKeepHours } from "../policy";
import { getScheduleIn, type ComingVisit, type ScheduleRow } from "../queries";
import { markVisits, NONE_NOTIFIED, listVisitsOutside } from "../rebook-visits";
import { storedHoursSchema, type BlockInput, type HoursExceptionInput } from "../schema";

/**
 * Closes part of one date, or all of it, at several places at once: all of them or none, by each place's own clock.
 * Visits in the way are kept and marked `needsRebooking`. Already closed places stay as they are. Throws `not-found`,
 * `forbidden`, `invalid`.
 */
export function blockHours(actor: Actor, input: BlockInput): Promise<{ blocked: number; notified: NotifiedCount }> {
  return onEach(actor, input, async (tx, changes, now) => {
    const events: (EventDraft | NewsDraft)[] = [];
    const changed = changes.filter(({ before, exceptions }) => changedFields(before, { exceptions }));
    if (changed.length === 0) return { blocked: changes.length, notified: NONE_NOTIFIED };
    for (const { before, exceptions, outside } of changed) {
      await tx.schedule.update({
        where: { id: before.id },
        data: { exceptions, version: { increment: 1 } },
        select: { id: true },
      });
      events.push(scheduleChanged(before), ...(await markVisits(tx, before.id, outside, now)));
    }
    const doctorId = actor.doctorId ?? "";
    const audit = {
      action: "schedule.block",
      subject: "doctor",
      subjectId: doctorId,
      doctorId,
      details: { places: changed.length },
    };
    const reaches = await recordNews(tx, actor, audit, [...events, availabilityChanged(doctorId)]);
    return { blocked: changes.length, notified: countNotified(reaches) };
  });
}

/** Returns the visits `blockHours` would displace; changes nothing. Throws the same errors. */
export function previewBlock(actor: Actor, input: BlockInput): Promise<ComingVisit[]> {
  return onEach(actor, input, (_tx, changes) => Promise.resolve(changes.flatMap(({ outside }) => outside)));
}

type Change = { before: ScheduleRow; exceptions: HoursExceptionInput[]; outside: ComingVisit[] };

/** Under the doctor's lock, so that no one books by the old hours meanwhile. */
async function onEach<T>(
  actor: Actor,
  input: BlockInput,
  work: (tx: Tx, changes: Change[], now: Date) => Promise<T>,
): Promise<T> {
  if (!actor.doctorId) throw notFound();
  return inTransaction(
    actor,
    async (tx) => {
      const now = new Date();
      const changes: Change[] = [];
      for (const id of new Set(input.scheduleIds)) changes.push(await changeOf(tx, actor, id, input, now));
      return work(tx, changes, now);
    },
    { locks: [`doctor:${actor.doctorId}`] },
  );
}

async function changeOf(tx: Tx, actor: Actor, id: string, { date, interval }: BlockInput, now: Date): Promise<Change> {
  const before = await getScheduleIn(tx, actor, id);
  if (!canKeepHours(actor, before)) throw new AppError("forbidden", "Only the doctor can change these hours.");
  const stored = { rules: before.rules, exceptions: before.exceptions };
  const block = { kind: "block", date, intervals: interval && [interval] } as const;
  const { rules, exceptions } = storedHoursSchema.parse(stored);
  const changed = storedHoursSchema.safeParse({ rules, exceptions: [...exceptions, block] });
  if (!changed.success) throw new AppError("invalid", "There are too many exceptions. Remove some past ones first.");
  const outside = await listVisitsOutside(tx, id, { timeZone: before.timeZone, ...changed.data }, now);
  return { before, exceptions: changed.data.exceptions, outside };
}
