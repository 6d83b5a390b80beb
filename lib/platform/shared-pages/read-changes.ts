import type pg from "pg";
import { dedicatedClient } from "@/lib/platform/db/listen";
import { sqlOn } from "@/lib/platform/db/sql";
import { changesSince, snapshotNow } from "./statements";
import type { ReadChanges } from "./change-log";

/** Who waits longer than this for an answer is better off with a page of their own. */
const PATIENCE_MS = 1_000;
/** How long a lost connection is not tried again. */
const PAUSE_MS = 500;

/**
 * Reads changes on a connection of its own, so that no page waits for those that work on other pages. Transactions have
 * other numbers on another server: on a new connection nothing that was known before counts.
 */
export function openChangeReader(): { read: ReadChanges; close(): Promise<void> } {
  let client: pg.Client | undefined;
  let opening: Promise<pg.Client> | undefined;
  let failedAt = -Infinity;

  const lose = (lost: pg.Client | undefined) => {
    if (client === lost) client = undefined;
    lost?.end().catch(() => undefined);
  };
  const open = async () => {
    const fresh = await dedicatedClient("caresync-changes", PATIENCE_MS);
    fresh.on("error", () => lose(fresh)).once("end", () => lose(fresh));
    return (client = fresh);
  };

  const read: ReadChanges = async (since) => {
    const known = client;
    // Not a failure of its own: under steady requests the pause would never end.
    if (!known && performance.now() - failedAt < PAUSE_MS) throw new Error("the database was away a moment ago");
    try {
      if (known && since !== null) {
        const [row] = await changesSince(sqlOn(known), since);
        if (row) return { moment: row, tags: row.tags };
      }
      const used = known ?? (await (opening ??= open().finally(() => (opening = undefined))));
      const [row] = await snapshotNow(sqlOn(used));
      if (!row) throw new Error("the database didn't say what it has committed");
      return { moment: row, tags: null };
    } catch (error) {
      failedAt = performance.now();
      lose(client);
      throw error;
    }
  };
  return {
    read,
    async close() {
      const closing = client;
      client = undefined;
      await closing?.end().catch(() => undefined);
    },
  };
}
