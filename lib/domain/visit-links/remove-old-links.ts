import { sql } from "@/lib/platform/db/sql";
import { deleteOldLinks } from "./statements";

/** How long a link is kept after it has ended. */
const KEPT_DAYS = 1;

/** Forgets links to appointments that are over; for a job. */
export async function removeOldLinks(): Promise<void> {
  await deleteOldLinks(sql, KEPT_DAYS);
}
