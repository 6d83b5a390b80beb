import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import type { WriteNoteInput } from "@/lib/domain/records/schema";
import { signEncounter } from "@/lib/domain/records/sign-encounter";
import { writeNoteIn } from "@/lib/domain/records/write-note";
import { changeStatusIn } from "../change-status";
import type { ChangedAppointment } from "../queries";

/** Keeps, signs and completes in one go: all of it or nothing. Errors are those of its three parts. */
export function completeVisit(actor: Actor, input: WriteNoteInput): Promise<ChangedAppointment> {
  return inTransaction(actor, async (tx) => {
    await writeNoteIn(tx, actor, input);
    await signEncounter(tx, actor, input.appointmentId);
    return changeStatusIn(tx, actor, input.appointmentId, { status: "COMPLETED" });
  });
}
