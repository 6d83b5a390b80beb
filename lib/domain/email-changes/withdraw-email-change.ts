import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { emailChangeEvent } from "./events";
import { endChange } from "./internal/end-change";
import { canAskForChanges } from "./policy";
import { toEmailChange } from "./queries";
import type { EmailChange } from "./schema";

/**
 * Withdraws the pending change of an account's address: its links open nothing any more. Throws `not-found` (also for everyone but
 * administrators), `invalid-transition` when none is pending.
 */
export async function withdrawEmailChange(actor: Actor, { userId }: { userId: string }): Promise<EmailChange> {
  if (!canAskForChanges(actor)) throw notFound();
  return inTransaction(actor, async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId }, select: { id: true } });
    if (!user) throw notFound();
    const pending = await tx.emailChange.findFirst({ where: { userId, status: "PENDING" }, select: { id: true } });
    const row = pending && (await endChange(tx, { id: pending.id, to: "WITHDRAWN", now: new Date() }));
    if (!row) throw new AppError("invalid-transition", "There is no change of the address to withdraw any more.");
    await recordChange(tx, actor, { action: "user.withdraw-email-change", subject: "user", subjectId: userId }, [
      emailChangeEvent("withdrawn", row),
    ]);
    return toEmailChange(row);
  });
}
