import type { Actor } from "@/lib/actor/actor";
import { giveGrant } from "@/lib/domain/sharing/give-grant";

export const ALL = { limit: 100 };

type Wanted = { patientId: string; doctorId: string; scope?: "BACKGROUND" | "RECORD"; endsOn?: string | null };

/** Shares a record, all of it unless said otherwise. */
export const share = (actor: Actor, wanted: Wanted) => giveGrant(actor, { scope: "RECORD", ...wanted });
