import { v7 as uuidv7 } from "uuid";
import type { EventDraft } from "@/lib/actor/record";
import type { Sql } from "@/lib/platform/db/sql";
import { toCallEvent } from "./events";
import type { CallReason } from "./rules";
import { replaceCalls } from "./statements";

type Call = { appointmentId: string; patientId: string; doctorId: string; hospitalId: string | null };

/**
 * Puts the patients of appointments on the To call list, whether or not a notification reaches them. Who is on it for this reason
 * already stays. Returns the events, for the caller to record.
 */
export async function addCalls(tx: Sql, reason: CallReason, calls: Call[]): Promise<EventDraft[]> {
  if (calls.length === 0) return [];
  const rows = calls.map((call) => ({ ...call, id: uuidv7(), reason }));
  const moved = await replaceCalls(tx, { about: [], standing: "[]", rows: JSON.stringify(rows) });
  return moved.map(({ kind, ...call }) => toCallEvent(`to-call.${kind}`, call));
}
