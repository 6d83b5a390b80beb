import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { recordNews } from "@/lib/domain/contacts/record-news";
import { withdrawCalls } from "@/lib/domain/contacts/withdraw-calls";
import { recallEvent } from "./events";
import { dueRecalls, markTold, putOff, settledCalls } from "./statements";

const BATCH = 100;

/**
 * Tells people of the recalls that are due and not booked, and puts those who can only be phoned on the To call list; for a job, on
 * any number of workers, each recall by one. Takes those who have booked since off the list. Returns how many were told of.
 */
export async function tellDueRecalls(now: Date = new Date()): Promise<number> {
  await inSqlTransaction(SYSTEM_ACTOR, (tx) => putOff(tx, now));
  let count = 0;
  for (let told = BATCH; told === BATCH; count += told) told = await tellBatch(now);
  for (let settled = BATCH; settled === BATCH;) settled = await settleBatch();
  return count;
}

function tellBatch(now: Date): Promise<number> {
  return inSqlTransaction(SYSTEM_ACTOR, async (tx) => {
    const due = await dueRecalls(tx, now, BATCH);
    if (due.length === 0) return 0;
    await markTold(
      tx,
      due.map(({ id }) => id),
      now,
    );
    const drafts = due.map(({ appointmentId, hospitalId, ...recall }) => {
      const { patientId, doctorId } = recall;
      // People to call are called about the visit it was set in: there is no other appointment yet.
      const news = { about: "appointment" as const, id: appointmentId, patientId, doctorId, hospitalId };
      return { ...recallEvent("recall.due", recall), news };
    });
    await recordNews(tx, SYSTEM_ACTOR, null, drafts);
    return due.length;
  });
}

function settleBatch(): Promise<number> {
  return inSqlTransaction(SYSTEM_ACTOR, async (tx) => {
    const settled = await settledCalls(tx, BATCH);
    if (settled.length === 0) return 0;
    const events = await withdrawCalls(
      tx,
      "recall.due",
      settled.map(({ appointmentId }) => appointmentId),
    );
    if (events.length > 0) await recordChange(tx, SYSTEM_ACTOR, null, events);
    return settled.length;
  });
}
