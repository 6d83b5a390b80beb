import { sql, type Sql } from "@/lib/platform/db/sql";
import type { RowOf } from "@/lib/platform/db/statement";
import { queueState } from "./statements";

/** A worker sends a heartbeat every three seconds. */
const HEARD_WITHIN_SECONDS = 30;

export type QueueState = RowOf<typeof queueState>;

/** Returns the state of the job queue. A job locked by a dead worker still counts: it is late until it is done. */
export async function readQueueState(client: Sql = sql): Promise<QueueState> {
  const [row] = await queueState(client, HEARD_WITHIN_SECONDS);
  return row ?? { lagSeconds: 0, waiting: 0, running: 0, exhausted: 0, hasWorker: false };
}
