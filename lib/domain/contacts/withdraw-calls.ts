import type { EventDraft } from "@/lib/actor/record";
import type { Sql } from "@/lib/platform/db/sql";
import { toCallEvent } from "./events";
import type { CallReason } from "./rules";
import { withdrawOpen } from "./statements";

/** Takes the patients of appointments off the To call list for one reason. Returns the events, for the caller to record. */
export async function withdrawCalls(tx: Sql, reason: CallReason, appointmentIds: string[]): Promise<EventDraft[]> {
  const withdrawn = await withdrawOpen(tx, reason, appointmentIds);
  return withdrawn.map((call) => toCallEvent("to-call.withdrawn", call));
}
