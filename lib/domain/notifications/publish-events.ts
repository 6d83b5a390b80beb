import type { StoredEvent } from "@/lib/platform/events/outbox";
import { closeSockets, publishMessages, type ChannelMessage } from "@/lib/platform/realtime/publish";
import { unsafeListSocketOwners, unsafeListUsersBehind } from "./queries";
import { socketsEndedBy } from "./rules";

/**
 * The relay's channels sink: sends each event, IDs only, on every channel whose listeners may know of it. After an
 * event by which someone lost a right, their sockets are closed before anything else is sent.
 */
export async function publishEvents(events: StoredEvent[]): Promise<void> {
  const families = events.flatMap((event) => event.audience.flatMap(familyOf));
  const users = families.length > 0 ? await unsafeListUsersBehind([...new Set(families)]) : new Map<string, string[]>();
  let waiting: ChannelMessage[] = [];
  for (const event of events) {
    waiting.push(...messagesOf(event, users));
    const ended = socketsEndedBy(event);
    if (!ended) continue;
    await publishMessages(waiting);
    waiting = [];
    await closeSockets("sessionId" in ended ? [ended.sessionId] : await unsafeListSocketOwners(ended.userId));
  }
  await publishMessages(waiting);
}

function messagesOf(event: StoredEvent, users: Map<string, string[]>): ChannelMessage[] {
  const data = {
    id: event.id,
    type: event.type,
    aggregate: event.aggregate,
    aggregateId: event.aggregateId,
    sequence: event.sequence,
    occurredAt: event.occurredAt.toISOString(),
  };
  const channels = new Set(event.audience.flatMap((entry) => channelsOf(entry, users)));
  return [...channels].map((channel) => ({ channel, event: event.type, data }));
}

/** An appointment is also on the pages of those who only read the record. */
function familyOf(entry: string): string[] {
  if (entry.startsWith("patient:")) return [entry, entry.replace("patient:", "record:")];
  return entry.startsWith("record:") ? [entry] : [];
}

function channelsOf(entry: string, users: Map<string, string[]>): string[] {
  if (entry === "admin") return ["private-admin"];
  if (entry === "everyone") return [entry];
  const family = familyOf(entry);
  if (family.length > 0) return family.flatMap((one) => users.get(one) ?? []).map((id) => `private-user-${id}`);
  const [kind, id] = entry.split(":");
  return [entry.startsWith("public-") ? `${kind!.slice("public-".length)}-${id}` : `private-${kind}-${id}`];
}
