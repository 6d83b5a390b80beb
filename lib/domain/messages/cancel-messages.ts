import type { Sql } from "@/lib/platform/db/sql";
import { cancelUnsent } from "./statements";

/**
 * Cancels messages that are not on their way yet, in the caller's transaction: by their keys, or all about these things
 * (`appointment:ID`). One that a worker has claimed at this moment still goes out. Returns how many were cancelled.
 */
export function cancelMessages(tx: Sql, { keys = [], about = [] }: { keys?: string[]; about?: string[] }) {
  return cancelUnsent(tx, keys, about);
}
