import type { Sql } from "@/lib/platform/db/sql";
import { insertAppointmentText } from "../statements/texts";

/** Stores what was written, if anything was, and returns it. The appointment is stored already. */
export async function storeText(
  tx: Sql,
  appointmentId: string,
  kind: "REASON" | "STATUS_REASON",
  text: string | null | undefined,
): Promise<string | null> {
  if (!text) return null;
  await insertAppointmentText(tx, appointmentId, kind, text);
  return text;
}
