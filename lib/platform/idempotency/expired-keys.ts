import { db } from "@/lib/platform/db/db";
import { deleteExpiredKeys } from "./statements";

/** Deletes expired idempotency keys; for a daily job. Returns how many. */
export async function deleteExpiredIdempotencyKeys(): Promise<number> {
  return deleteExpiredKeys(db);
}
