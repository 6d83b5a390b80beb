import type { Actor } from "@/lib/actor/actor";
import type { Owner } from "@/lib/actor/owner";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { notFound } from "@/lib/platform/errors/app-error";
import { displayEvent } from "./events";
import { canKeepDisplays } from "./policy";

/** Ends a screen: from now on it shows nothing. Throws `not-found`. */
export function endDisplay(actor: Actor, id: string): Promise<void> {
  return inTransaction(actor, async (tx) => {
    const select = { doctorId: true, hospitalId: true };
    const owner = (await tx.waitingDisplay.findUnique({ where: { id, endedAt: null }, select })) as Owner | null;
    if (!owner || !canKeepDisplays(actor, owner)) throw notFound();
    const { count } = await tx.waitingDisplay.updateMany({
      where: { id, endedAt: null },
      data: { endedAt: new Date() },
    });
    if (count === 0) throw notFound();
    const audit = { action: "display.end", subject: "display", subjectId: id, ...owner };
    await recordChange(tx, actor, audit, [displayEvent("display.ended", { id, ...owner })]);
  });
}
