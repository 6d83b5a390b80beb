import type { Sql } from "@/lib/platform/db/sql";
import { insertStayText } from "../statements/texts";

/** Stores why the bed of a new booking is needed, if anything was said, and adds it to the booking. */
export async function withReason<R extends { id: string }>(tx: Sql, row: R, reason: string | null) {
  if (reason) await insertStayText(tx, row.id, "REASON", reason);
  return { ...row, reason: reason || null, statusReason: null };
}
