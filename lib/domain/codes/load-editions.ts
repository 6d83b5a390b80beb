import { randomUUID } from "node:crypto";
import { sql } from "@/lib/platform/db/sql";
import { FileFault } from "./internal/edition-reader";
import { failEdition } from "./internal/fail-edition";
import { loadEdition } from "./internal/load-edition";
import { claimEdition, unclaimedEditions } from "./statements";

/** The job that loads an edition; the timer finds those of a dead worker. */
export const LOAD_TASK = "load-diagnosis-edition";

/** A worker is heard of with every batch. */
const SILENT_SECONDS = 60;

/** Loads one edition, from its first line. Two workers at once do it once. */
export async function loadUploadedEdition(id: string, silentSeconds = SILENT_SECONDS): Promise<void> {
  const workerId = randomUUID();
  if ((await claimEdition(sql, id, workerId, silentSeconds)) === 0) return;
  try {
    await loadEdition(id, workerId);
  } catch (error) {
    if (error instanceof FileFault) return failEdition(id, error.message);
    // An internal error: reported to the administrator, and rethrown to be logged, instead of being retried for ever.
    await failEdition(id, "Something went wrong on our side. Nothing has changed; please try again.");
    throw error;
  }
}

/** Loads editions whose worker died before it was done. */
export async function loadUploadedEditions(): Promise<void> {
  for (const { id } of await unclaimedEditions(sql, SILENT_SECONDS)) await loadUploadedEdition(id);
}
