import type { Tx } from "@/lib/platform/db/db";

type Called = { appointmentId: string; calledAt: Date | null };

/**
 * Marks someone as called now. The turns of those who missed their call follow from how many people were called since, so
 * calling the same person again doesn't count.
 */
export async function markCalled(tx: Tx, queueId: string, { appointmentId, calledAt }: Called): Promise<void> {
  await tx.queueTicket.update({ where: { appointmentId }, data: { calledAt: new Date(), returnsAfter: null } });
  await tx.waitingQueue.update({
    where: { id: queueId },
    data: { calls: { increment: calledAt === null ? 1 : 0 }, version: { increment: 1 } },
  });
}
