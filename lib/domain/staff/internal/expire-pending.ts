import type { Tx } from "@/lib/platform/db/db";

type Addressed = { hospitalId: string; email: string | { in: string[] } };

/** Expired invitations that no timer has cleared yet don't block new ones. */
export async function expirePending(tx: Tx, of: Addressed, now = new Date()): Promise<void> {
  await tx.staffInvitation.updateMany({
    where: { ...of, status: "PENDING", expiresAt: { lte: now } },
    data: { status: "EXPIRED", tokenHash: null, respondedAt: now, version: { increment: 1 } },
  });
}
