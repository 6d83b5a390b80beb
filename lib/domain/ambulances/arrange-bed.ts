import type { Actor } from "@/lib/platform/auth/actor";
import type { Tx } from "@/lib/platform/db/db";
import type { CallRow } from "./queries";

/** Keeps a bed for the patient on the way, inside the dispatch's transaction. Waits for the beds' own use cases. */
export async function reserveBed(_tx: Tx, _actor: Actor, _callId: string, _now: Date): Promise<void> {}

/** Admits the patient to the bed that was kept. Waits for the beds' own use cases. */
export async function admitOnArrival(_tx: Tx, _actor: Actor, _call: CallRow): Promise<void> {}
