import { v7 as uuidv7 } from "uuid";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { unsafeListUnanswered, unsafeListVisitsAskedBy } from "@/lib/domain/questionnaires/queries";
import { requestAnswers } from "@/lib/domain/questionnaires/request-answers";
import type { StoredEvent } from "@/lib/platform/events/outbox";
import { notificationCreated, notificationWithdrawn } from "./events";
import type { Sql } from "@/lib/platform/db/sql";
import { askForNewTimes } from "./internal/ask-for-new-times";
import { IN_CALENDARS, mailNotifications, selectMailed } from "./internal/mail-notifications";
import { pushNotifications } from "./internal/push-notifications";
import { textNotifications } from "./internal/text-notifications";
import { describeTold, type Told } from "./internal/told";
import { deleteAnswerRequests, insertNotifications } from "./statements";
import type { NewsSide } from "./format";
import { unsafeListUsersBehind } from "./queries";
import { NEEDS_TIME, notifiedAudience, SETTLES_ANSWERS, THREADS } from "./rules";

/**
 * The relay's notifications sink: one row per person and event, however often the event comes; of messages one per visit while
 * it is unread. The actor is not notified. Rows contain a type and IDs; the text is created when read. Where mail is sent, what patients must know is
 * also sent by email. A booked visit with questions is followed by an event that asks for the answers; what it has left in
 * the notifications is withdrawn once they aren't needed.
 */
export async function deliverNotifications(events: StoredEvent[]): Promise<void> {
  await requestAnswers(visitsOf(events.filter(({ type }) => type === "appointment.booked")));
  const told = await listTold(await dropAnswered(events));
  const wanted = told.filter(({ isOwnDoing }) => !isOwnDoing);
  const settled = await listSettled(events);
  // Some of them have no account.
  const asksForTime = events.some(({ type }) => type === NEEDS_TIME);
  if (told.length === 0 && settled.length === 0 && !asksForTime) return;
  const described = await describeTold(told);
  await inSqlTransaction(SYSTEM_ACTOR, async (tx, atLast) => {
    const created = wanted.length > 0 ? await insertNotifications(tx, JSON.stringify(wanted), THREADS) : [];
    const rows = new Set(created.map(rowKey));
    await tellElsewhere(
      tx,
      described.filter((one) => one.isOwnDoing || rows.has(rowKey(one))),
      events,
    );
    const deleted = settled.length > 0 ? await deleteAnswerRequests(tx, settled) : [];
    const changed = [...usersOf(created).map(notificationCreated), ...usersOf(deleted).map(notificationWithdrawn)];
    if (changed.length > 0) atLast(recordChange(tx, SYSTEM_ACTOR, null, changed));
  });
}

/** Whether someone wants it there, and when, is decided by the ledger of messages. */
async function tellElsewhere(tx: Sql, told: Told[], events: StoredEvent[]): Promise<void> {
  const mailed = await selectMailed(tx, told);
  await mailNotifications(tx, mailed);
  await textNotifications(tx, mailed);
  await pushNotifications(tx, told);
  await askForNewTimes(tx, told, events);
}

const usersOf = (rows: { userId: string }[]) => [...new Set(rows.map(({ userId }) => userId))];
const visitsOf = (events: StoredEvent[]) => [...new Set(events.flatMap(({ refs }) => refs.appointmentId ?? []))];

const rowKey = ({ userId, eventId }: { userId: string; eventId: string }) => `${eventId} ${userId}`;

/** The people the events concern; those who act themselves only where their calendar needs it. */
async function listTold(events: StoredEvent[]) {
  const concerned = events.map((event) => ({ event, entries: notifiedAudience(event.type, event.audience) }));
  const entries = [...new Set(concerned.flatMap(({ entries }) => entries))];
  const users = entries.length > 0 ? await unsafeListUsersBehind(entries) : new Map<string, string[]>();
  return concerned.flatMap(({ event, entries }) =>
    [...new Set(entries.flatMap((entry) => users.get(entry) ?? []))]
      .map((userId) => ({
        userId,
        isPatients: isPatients(entries, userId, users),
        isOwnDoing: userId === event.actorUserId,
      }))
      .filter((one) => !one.isOwnDoing || (one.isPatients && IN_CALENDARS.includes(event.type)))
      .map((one) => ({
        ...one,
        id: uuidv7(),
        eventId: event.id,
        type: event.type,
        refs: event.refs,
        patientId: event.refs.patientId ?? null,
        createdAt: event.occurredAt,
        side: sideOf(entries, one.userId, users),
        about: `${event.aggregate}:${event.aggregateId}`,
        hospitalId: one.isPatients ? hospitalOf(event) : null,
      })),
  );
}

/** In which capacity someone is notified; undefined for an account as such. */
function sideOf(entries: string[], userId: string, users: Map<string, string[]>): NewsSide | undefined {
  const kind = entries.find((entry) => users.get(entry)?.includes(userId))?.split(":")[0];
  if (kind === "patient" || kind === "record" || kind === "keeper") return "patient";
  return kind === "doctor" || kind === "hospital" || kind === "admin" ? kind : undefined;
}

/** Leaves out those who have answered meanwhile: the event that says so may have been delivered before. */
async function dropAnswered(events: StoredEvent[]): Promise<StoredEvent[]> {
  const isRequest = ({ type }: StoredEvent) => type === "answers.requested";
  const open = await unsafeListUnanswered(visitsOf(events.filter(isRequest)));
  return events.filter((event) => !isRequest(event) || open.includes(event.aggregateId));
}

/** The visits whose answers are no longer needed. */
async function listSettled(events: StoredEvent[]): Promise<string[]> {
  const settling = events.filter(({ type }) => SETTLES_ANSWERS.includes(type));
  const withdrawn = settling.flatMap(({ refs }) => refs.questionnaireId ?? []);
  const visits = [...new Set([...visitsOf(settling), ...(await unsafeListVisitsAskedBy(withdrawn))])];
  const open = await unsafeListUnanswered(visits);
  return visits.filter((id) => !open.includes(id));
}

function isPatients(entries: string[], userId: string, users: Map<string, string[]>): boolean {
  return entries.some((entry) => entry.startsWith("patient:") && users.get(entry)?.includes(userId));
}

/** What patients are told of their bookings is on the list of the hospital they are booked at. */
function hospitalOf({ audience }: StoredEvent): string | null {
  return audience.find((entry) => entry.startsWith("hospital:"))?.slice("hospital:".length) ?? null;
}
