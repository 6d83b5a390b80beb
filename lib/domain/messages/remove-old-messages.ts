import { sql } from "@/lib/platform/db/sql";
import { CONTENT_DAYS, LEDGER_DAYS } from "./rules";
import { deleteOldMessages, eraseContents } from "./statements";

/** Erases what could not be sent for a month, and forgets what was sent a year ago; for a job. */
export async function removeOldMessages(): Promise<void> {
  await eraseContents(sql, CONTENT_DAYS);
  await deleteOldMessages(sql, LEDGER_DAYS);
}
