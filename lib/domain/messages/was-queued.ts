import type { Sql } from "@/lib/platform/db/sql";
import { queuedSince } from "./statements";

/** Tells whether a message about a thing, whose key begins so, was queued since then, whatever has become of it. */
export async function wasQueued(tx: Sql, message: { about: string; keyStart: string; since: Date }): Promise<boolean> {
  const [row] = await queuedSince(tx, message);
  return row?.isQueued ?? false;
}
