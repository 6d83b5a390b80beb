import { sql } from "@/lib/platform/db/sql";
import { deleteSeenChanges } from "./statements";

/** Removes what every process has long heard of, or counts as heard of. */
export async function removeSeenChanges(): Promise<void> {
  await deleteSeenChanges(sql);
}
