import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import type { WriteNoteInput } from "@/lib/domain/records/schema";
import { signEncounter } from "@/lib/domain/records/sign-encounter";
import { writeNoteIn } from "@/lib/domain/records/write-note";
import { changeStatusIn } from "./change-status";
import type { ChangedAppointment } from "./queries";

/** Saves, signs and completes at once: all of it or nothing. Throws the errors of its three parts. */
export function completeVisit(actor: Actor, input: WriteNoteInput): Promise<ChangedAppointment> {
  return inTransaction(actor, async (tx) => {
    await writeNoteIn(tx, actor, input);
    await signEncounter(tx, actor, input.appointmentId);
    return changeStatusIn(tx, actor, input.appointmentId, { status: "COMPLETED" });
  });
}
