import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { emailChangeEvent } from "./events";
import { endChange } from "./internal/end-change";

/** Stops the pending change of the actor's own address. Throws `invalid-transition` when none is pending. */
export async function keepAddress(actor: Actor): Promise<void> {
  const { userId } = actor;
  if (!userId) throw new AppError("unauthenticated");
  await inTransaction(actor, async (tx) => {
    const pending = await tx.emailChange.findFirst({ where: { userId, status: "PENDING" }, select: { id: true } });
    const row = pending && (await endChange(tx, { id: pending.id, to: "WITHDRAWN", now: new Date() }));
    if (!row) throw new AppError("invalid-transition", "No change of your address is pending any more.");
    await recordChange(tx, actor, { action: "account.email-change-stopped", subject: "user", subjectId: userId }, [
      emailChangeEvent("withdrawn", row),
    ]);
  });
}
