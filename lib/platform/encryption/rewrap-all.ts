import { DecryptionError, rewrapDataKey, type WrappedKey } from "./data-key";

const BATCH = 200;

type Stored = WrappedKey & { id: string };

/** How many data keys are now under the current master key, and how many could not be opened. */
export type Rewrapped = { rewrapped: number; failed: number };

/**
 * Wraps the data keys of a table under the current master key, in the order of their IDs, while the site goes on serving. What
 * they encrypt stays as it is. Running it again is safe.
 */
export async function rewrapAll(table: {
  /** Those under another master key, after this ID. */
  listOthers(after: string | undefined, take: number): Promise<Stored[]>;
  /** Replaces the key, if it is still this one. */
  replace(stored: Stored, by: WrappedKey): Promise<unknown>;
  contextOf(id: string): string;
}): Promise<Rewrapped> {
  const done = { rewrapped: 0, failed: 0 };
  for (let after: string | undefined; ;) {
    const rows = await table.listOthers(after, BATCH);
    for (const row of rows) {
      const wrapped = rewrapped(row, table.contextOf(row.id));
      if (wrapped) await table.replace(row, wrapped);
      done[wrapped ? "rewrapped" : "failed"] += 1;
    }
    if (rows.length < BATCH) return done;
    after = rows.at(-1)?.id;
  }
}

function rewrapped({ keyId, wrappedKey }: Stored, context: string): WrappedKey | null {
  try {
    return rewrapDataKey({ keyId, wrappedKey }, context);
  } catch (error) {
    if (error instanceof DecryptionError) return null;
    throw error;
  }
}
