import { v7 as uuidv7 } from "uuid";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import type { StoredEvent } from "@/lib/platform/events/outbox";
import { notificationCreated } from "./events";
import { mailNotifications } from "./internal/mail-notifications";
import { insertNotifications } from "./statements";
import { unsafeListUsersBehind } from "./queries";
import { notifiedAudience } from "./rules";

/**
 * The relay's notifications sink: one row per person and event, however often the event comes. The actor is not
 * notified. Rows contain a type and IDs; the text is created when read. Where mail is sent, what patients must know is
 * also sent by email.
 */
export async function deliverNotifications(events: StoredEvent[]): Promise<void> {
  const concerned = events.map((event) => ({ event, entries: notifiedAudience(event.type, event.audience) }));
  const entries = [...new Set(concerned.flatMap(({ entries }) => entries))];
  if (entries.length === 0) return;
  const users = await unsafeListUsersBehind(entries);
  const wanted = concerned.flatMap(({ event, entries }) =>
    [...new Set(entries.flatMap((entry) => users.get(entry) ?? []))]
      .filter((userId) => userId !== event.actorUserId)
      .map((userId) => ({
        id: uuidv7(),
        userId,
        eventId: event.id,
        type: event.type,
        refs: event.refs,
        createdAt: event.occurredAt,
      })),
  );
  if (wanted.length === 0) return;
  await inSqlTransaction(SYSTEM_ACTOR, async (tx, atLast) => {
    const created = await insertNotifications(tx, JSON.stringify(wanted));
    await mailNotifications(tx, created);
    const told = [...new Set(created.map(({ userId }) => userId))];
    if (told.length > 0) atLast(recordChange(tx, SYSTEM_ACTOR, null, told.map(notificationCreated)));
  });
}
