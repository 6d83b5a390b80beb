import { v7 as uuidv7 } from "uuid";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { unsafeListUnanswered, unsafeListVisitsAskedBy } from "@/lib/domain/questionnaires/queries";
import { requestAnswers } from "@/lib/domain/questionnaires/request-answers";
import type { StoredEvent } from "@/lib/platform/events/outbox";
import { notificationCreated, notificationWithdrawn } from "./events";
import { mailNotifications } from "./internal/mail-notifications";
import { deleteAnswerRequests, insertNotifications } from "./statements";
import { unsafeListUsersBehind } from "./queries";
import { notifiedAudience, SETTLES_ANSWERS, THREADS } from "./rules";

/**
 * The relay's notifications sink: one row per person and event, however often the event comes; of messages one per visit while
 * it is unread. The actor is not notified. Rows contain a type and IDs; the text is created when read. Where mail is sent, what patients must know is
 * also sent by email. A booked visit with questions is followed by an event that asks for the answers; what it has left in
 * the notifications is withdrawn once they aren't needed.
 */
export async function deliverNotifications(events: StoredEvent[]): Promise<void> {
  await requestAnswers(visitsOf(events.filter(({ type }) => type === "appointment.booked")));
  const wanted = await listWanted(await dropAnswered(events));
  const settled = await listSettled(events);
  if (wanted.length === 0 && settled.length === 0) return;
  await inSqlTransaction(SYSTEM_ACTOR, async (tx, atLast) => {
    const created = wanted.length > 0 ? await insertNotifications(tx, JSON.stringify(wanted), THREADS) : [];
    await mailNotifications(tx, created);
    const deleted = settled.length > 0 ? await deleteAnswerRequests(tx, settled) : [];
    const changed = [...usersOf(created).map(notificationCreated), ...usersOf(deleted).map(notificationWithdrawn)];
    if (changed.length > 0) atLast(recordChange(tx, SYSTEM_ACTOR, null, changed));
  });
}

const usersOf = (rows: { userId: string }[]) => [...new Set(rows.map(({ userId }) => userId))];
const visitsOf = (events: StoredEvent[]) => [...new Set(events.flatMap(({ refs }) => refs.appointmentId ?? []))];

async function listWanted(events: StoredEvent[]) {
  const concerned = events.map((event) => ({ event, entries: notifiedAudience(event.type, event.audience) }));
  const entries = [...new Set(concerned.flatMap(({ entries }) => entries))];
  const users = entries.length > 0 ? await unsafeListUsersBehind(entries) : new Map<string, string[]>();
  return concerned.flatMap(({ event, entries }) =>
    [...new Set(entries.flatMap((entry) => users.get(entry) ?? []))]
      .filter((userId) => userId !== event.actorUserId)
      .map((userId) => ({
        id: uuidv7(),
        userId,
        eventId: event.id,
        type: event.type,
        refs: event.refs,
        createdAt: event.occurredAt,
        about: `${event.aggregate}:${event.aggregateId}`,
        hospitalId: hospitalOf(event, entries, userId, users),
      })),
  );
}

/** Who has answered meanwhile isn't asked: the event that says so may have been delivered before. */
async function dropAnswered(events: StoredEvent[]): Promise<StoredEvent[]> {
  const isRequest = ({ type }: StoredEvent) => type === "answers.requested";
  const open = await unsafeListUnanswered(visitsOf(events.filter(isRequest)));
  return events.filter((event) => !isRequest(event) || open.includes(event.aggregateId));
}

/** The visits whose answers are needed no longer. */
async function listSettled(events: StoredEvent[]): Promise<string[]> {
  const settling = events.filter(({ type }) => SETTLES_ANSWERS.includes(type));
  const withdrawn = settling.flatMap(({ refs }) => refs.questionnaireId ?? []);
  const visits = [...new Set([...visitsOf(settling), ...(await unsafeListVisitsAskedBy(withdrawn))])];
  const open = await unsafeListUnanswered(visits);
  return visits.filter((id) => !open.includes(id));
}

/** What patients are told of their bookings is on the list of the hospital they are booked at. */
function hospitalOf(
  event: StoredEvent,
  entries: string[],
  userId: string,
  users: Map<string, string[]>,
): string | null {
  const isPatients = entries.some((entry) => entry.startsWith("patient:") && users.get(entry)?.includes(userId));
  const hospital = event.audience.find((entry) => entry.startsWith("hospital:"));
  return isPatients && hospital !== undefined ? hospital.slice("hospital:".length) : null;
}
