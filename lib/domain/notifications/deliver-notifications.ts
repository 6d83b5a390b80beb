import { SYSTEM_ACTOR } from "@/lib/platform/auth/actor";
import { inTransaction } from "@/lib/platform/db/transaction";
import type { StoredEvent } from "@/lib/platform/events/outbox";
import { recordChange } from "@/lib/platform/events/record";
import { notificationCreated } from "./events";
import { unsafeUsersBehind } from "./queries";
import { notifiedAudience } from "./rules";

/**
 * The relay's notifications sink: one row per person and event, however often the event comes. Whoever did it is not
 * told. The rows hold a type and ids; the words are made when they are read.
 */
export async function deliverNotifications(events: StoredEvent[]): Promise<void> {
  const concerned = events.map((event) => ({ event, entries: notifiedAudience(event.type, event.audience) }));
  const entries = [...new Set(concerned.flatMap(({ entries }) => entries))];
  if (entries.length === 0) return;
  const users = await unsafeUsersBehind(entries);
  const wanted = concerned.flatMap(({ event, entries }) =>
    [...new Set(entries.flatMap((entry) => users.get(entry) ?? []))]
      .filter((userId) => userId !== event.actorUserId)
      .map((userId) => ({ userId, eventId: event.id, type: event.type, refs: event.refs, createdAt: event.occurredAt })),
  );
  if (wanted.length === 0) return;
  await inTransaction(SYSTEM_ACTOR, async (tx) => {
    const created = await tx.notification.createManyAndReturn({ data: wanted, skipDuplicates: true, select: { userId: true } });
    const told = [...new Set(created.map(({ userId }) => userId))];
    if (told.length > 0) await recordChange(tx, SYSTEM_ACTOR, null, told.map(notificationCreated));
  });
}
