import type { StoredEvent } from "@/lib/platform/events/outbox";
import { publishMessages } from "@/lib/platform/realtime/publish";
import { unsafeUsersBehind } from "./queries";

/** The relay's channels sink: each event, ids only, on every channel whose listeners may know of it. */
export async function publishEvents(events: StoredEvent[]): Promise<void> {
  const patients = events.flatMap((event) => event.audience.filter((entry) => entry.startsWith("patient:")));
  const users = patients.length > 0 ? await unsafeUsersBehind([...new Set(patients)]) : new Map<string, string[]>();
  await publishMessages(
    events.flatMap((event) => {
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
    }),
  );
}

function channelsOf(entry: string, users: Map<string, string[]>): string[] {
  if (entry === "admin") return ["private-admin"];
  if (entry.startsWith("patient:")) return (users.get(entry) ?? []).map((id) => `private-user-${id}`);
  const [kind, id] = entry.split(":");
  return [entry.startsWith("public-") ? `${kind!.slice("public-".length)}-${id}` : `private-${kind}-${id}`];
}
