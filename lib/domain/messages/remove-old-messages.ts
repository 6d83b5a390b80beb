import { sql } from "@/lib/platform/db/sql";
import { removeInBatches } from "@/lib/platform/jobs/in-batches";
import { CONTENT_DAYS, LEDGER_DAYS } from "./rules";
import { deleteOldMessages, eraseContents } from "./statements";

/** Erases the content of what was given up a month ago, and removes what was sent a year ago; for a job. */
export async function removeOldMessages(): Promise<void> {
  await eraseContents(sql, CONTENT_DAYS);
  await removeInBatches((limit) => deleteOldMessages(sql, LEDGER_DAYS, limit));
}
