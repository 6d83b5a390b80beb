import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { announcementEvent } from "./events";
import { canAnnounce } from "./policy";
import { openToEnd, publishedSelect, toPublished } from "./queries";
import type { Published } from "./schema";

/**
 * Ends an announcement before its time, or one that hasn't begun: open pages take it away. Throws `not-found` (also for everyone
 * but administrators), `invalid-transition` when it is over.
 */
export async function endAnnouncement(actor: Actor, { id }: { id: string }): Promise<Published> {
  if (!canAnnounce(actor)) throw notFound();
  return inTransaction(actor, async (tx) => {
    const now = new Date();
    const { count } = await tx.announcement.updateMany({ where: { id, ...openToEnd(now) }, data: { endedAt: now } });
    const row = await tx.announcement.findUnique({ where: { id }, select: publishedSelect });
    if (!row) throw notFound();
    if (count === 0) throw new AppError("invalid-transition", "This announcement is over.");
    await recordChange(tx, actor, { action: "announcement.end", subject: "announcement", subjectId: id }, [
      announcementEvent("ended", id),
    ]);
    return toPublished(row);
  });
}
