import { db } from "@/lib/platform/db/db";

export type OutboxMail = { id: string; toAddress: string; subject: string; text: string; createdAt: Date };

/**
 * Returns the newest mails of the outbox. The caller must have checked that the reader may read other people's mail.
 */
export async function unsafeNewestMails(limit: number): Promise<OutboxMail[]> {
  return db.outboundMail.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    select: { id: true, toAddress: true, subject: true, text: true, createdAt: true },
  });
}

/** Deletes mails older than 30 days, sent or not; for a daily job. Returns how many. */
export async function deleteOldMails(now: Date = new Date()): Promise<number> {
  const { count } = await db.outboundMail.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - 30 * 86_400_000) } },
  });
  return count;
}
