import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { notFound } from "@/lib/platform/errors/app-error";
import { openTo } from "./queries";

/** Hides an announcement from the actor's pages, on every device; again does nothing. Throws `not-found` for one that isn't for them or is over. */
export async function dismissAnnouncement(actor: Actor, { id }: { id: string }): Promise<void> {
  const { userId } = actor;
  if (userId === null) throw notFound();
  await inTransaction(actor, async (tx) => {
    const found = await tx.announcement.findFirst({
      where: { id, ...openTo(actor, new Date()) },
      select: { id: true },
    });
    if (!found) throw notFound();
    await tx.announcementDismissal.createMany({ data: [{ announcementId: id, userId }], skipDuplicates: true });
  });
}
