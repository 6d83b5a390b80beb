import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";

/** Writes why someone comes to an appointment, as someone who may: row-level security asks. */
export async function writeReason(actor: Actor, appointmentId: string, text: string): Promise<void> {
  await inTransaction(actor, (tx) =>
    tx.appointmentText.createMany({ data: [{ appointmentId, kind: "REASON", text }] }),
  );
}
