import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { recordChange, type EventDraft } from "@/lib/actor/record";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { addCalls } from "@/lib/domain/contacts/add-calls";
import type { Sql } from "@/lib/platform/db/sql";
import type { RowOf } from "@/lib/platform/db/statement";
import { appointmentReminded } from "./events";
import { zoneOf } from "./internal/zone-of";
import { queueReminders } from "./queue-reminders";
import { dueSteps, nextStepAt, type DueSteps } from "./rules";
import { duePlans, writePlans, type Planned } from "./statements";

const BATCH = 200;

type Due = RowOf<typeof duePlans>;

/**
 * Puts the reminders that are due into the ledger, which sends them, and those who haven't confirmed on the To call list; for a
 * timer, on any number of workers, of which one has each plan. A plan moves on in the transaction that queues its messages: one
 * that fails, or whose worker dies, is due still, and the keys of the messages make a second one impossible. Returns how many
 * appointments were due.
 */
export async function sendReminders(now: Date = new Date()): Promise<number> {
  let count = 0;
  for (;;) {
    const sent = await sendBatch(now);
    count += sent;
    if (sent < BATCH) return count;
  }
}

function sendBatch(now: Date): Promise<number> {
  return inSqlTransaction(SYSTEM_ACTOR, async (tx) => {
    const due = await duePlans(tx, BATCH);
    if (due.length === 0) return 0;
    // A patient who was asked to choose another time isn't told to come at this one.
    const steps = due
      .filter(({ needsRebooking }) => !needsRebooking)
      .map((visit) => ({
        visit,
        ...dueSteps(visit, visit, zoneOf(visit.timeZone), { since: visit.nextAt, now }),
      }));
    await writePlans(
      tx,
      due.map((visit) => planOf(visit, now)),
    );
    const events = [...(await remind(tx, steps, now)), ...(await listUnconfirmed(tx, steps))];
    if (events.length > 0) await recordChange(tx, SYSTEM_ACTOR, null, events);
    return due.length;
  });
}

function planOf(visit: Due, now: Date): Planned {
  const { id, minutesBefore, callsUnconfirmed } = visit;
  return { id, nextAt: nextStepAt(visit, visit, zoneOf(visit.timeZone), now), minutesBefore, callsUnconfirmed };
}

type Step = { visit: Due } & DueSteps;

async function remind(tx: Sql, steps: Step[], now: Date): Promise<EventDraft[]> {
  const reminders = steps.flatMap(({ visit, minutesBefore }) =>
    minutesBefore === null ? [] : [{ visit, which: String(minutesBefore) }],
  );
  if (reminders.length > 0) await queueReminders(tx, reminders, now);
  return reminders.map(({ visit }) => appointmentReminded(visit));
}

/** The practice calls those who haven't said that they will come. */
function listUnconfirmed(tx: Sql, steps: Step[]): Promise<EventDraft[]> {
  const calls = steps
    .filter(({ visit, callsUnconfirmed }) => callsUnconfirmed && !visit.isConfirmed)
    .map(({ visit: { id: appointmentId, patientId, doctorId, hospitalId } }) => {
      return { appointmentId, patientId, doctorId, hospitalId };
    });
  return addCalls(tx, "appointment.unconfirmed", calls);
}
