import { sql, type Sql } from "@/lib/platform/db/sql";
import { SINKS, type Sink } from "./record";
import { deleteDeliveries, dueDeliveries, oldestDeliveries, oldestDelivery, retryDeliveryLater } from "./statements";

/** A stored event. `sequence` and `position` stay below 2^53 for any database that fits on a disk. */
export type StoredEvent = {
  position: number;
  id: string;
  type: string;
  aggregate: string;
  aggregateId: string;
  sequence: number;
  audience: string[];
  refs: Record<string, string>;
  actorUserId: string | null;
  occurredAt: Date;
  /** The request or job that recorded it. */
  requestId: string | null;
};

/**
 * Returns the next events for a sink, in commit order per aggregate. An aggregate with an earlier event waiting for a
 * retry is left out, so that nothing overtakes it.
 */
export async function pendingDeliveries(sink: Sink, limit: number): Promise<StoredEvent[]> {
  const rows = await dueDeliveries(sql, sink, limit);
  return rows.map((row) => ({ ...row, position: Number(row.position), sequence: Number(row.sequence) }));
}

/** Marks events as delivered to this sink. */
export async function markDelivered(sink: Sink, positions: number[]): Promise<void> {
  await deleteDeliveries(sql, sink, positions);
}

/** Postpones an undelivered event: retried after 1 s, 2 s, 4 s … at most 5 minutes, for ever. */
export async function postponeDelivery(sink: Sink, position: number): Promise<void> {
  await retryDeliveryLater(sql, sink, position);
}

/** Returns how long the oldest undelivered event has been waiting, in seconds; 0 when none is. */
export async function outboxLagSeconds(): Promise<number> {
  const [row] = await oldestDelivery(sql);
  return row?.lagSeconds ?? 0;
}

/** Returns the same for each sink. */
export async function lagSecondsBySink(client: Sql): Promise<{ sink: Sink; lagSeconds: number }[]> {
  const rows = await oldestDeliveries(client);
  return SINKS.map((sink) => ({ sink, lagSeconds: rows.find((row) => row.sink === sink)?.lagSeconds ?? 0 }));
}
