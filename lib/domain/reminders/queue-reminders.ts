import { queueMessages } from "@/lib/domain/messages/queue-messages";
import { makeLinks } from "@/lib/domain/visit-links/make-links";
import type { Sql } from "@/lib/platform/db/sql";
import { remindedOf } from "./statements";
import { isReachable, reminderDrafts, type DueVisit, type Recipient } from "./internal/drafts";

/** One reminder of a visit; `which` is part of the key that makes a second one impossible. */
type Reminder = { visit: DueVisit; which: string };

/** Queues the messages of reminders, each with a link of its recipient's own. Returns when those that are new are due. */
export async function queueReminders(tx: Sql, reminders: Reminder[], now: Date): Promise<Date[]> {
  const people = await remindedOf(tx, [...new Set(reminders.map(({ visit }) => visit.patientId))]);
  const byPatient = new Map<string, Recipient[]>();
  for (const person of people) byPatient.set(person.patientId, [...(byPatient.get(person.patientId) ?? []), person]);
  const told = reminders.flatMap((reminder) =>
    (byPatient.get(reminder.visit.patientId) ?? []).filter(isReachable).map((person) => ({ ...reminder, person })),
  );
  const links = await makeLinks(
    tx,
    told.map(({ visit: { id, startsAt }, person }) => ({
      ...holderOf(person),
      appointmentId: id,
      startsAt,
      purpose: "REMINDER",
    })),
  );
  const drafts = told.flatMap(({ visit, which, person }, nth) =>
    reminderDrafts(visit, person, { which, link: links[nth] ?? "", now }),
  );
  return (await queueMessages(tx, drafts)).map(({ dueAt }) => dueAt);
}

function holderOf({ userId, phone }: Recipient): { userId: string } | { phone: string } {
  return userId === null ? { phone: phone ?? "" } : { userId };
}
