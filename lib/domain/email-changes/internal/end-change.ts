import { cancelMessages } from "@/lib/domain/messages/cancel-messages";
import type { Tx } from "@/lib/platform/db/db";
import { emailChangeSelect, type EmailChangeRow } from "../queries";
import type { EmailChangeStatus } from "../status";

/** What the ledger knows the mails of a change by. */
export const mailsAbout = (id: string) => `email-change:${id}`;

/**
 * Ends a pending change in the caller's transaction, and cancels its mails. Null when it is over already, or no longer in
 * time: of two who end it at once, one does.
 */
export async function endChange(
  tx: Tx,
  { id, to, now }: { id: string; to: Exclude<EmailChangeStatus, "PENDING">; now: Date },
): Promise<EmailChangeRow | null> {
  const [row] = await tx.emailChange.updateManyAndReturn({
    where: { id, status: "PENDING", expiresAt: to === "EXPIRED" ? { lte: now } : { gt: now } },
    data: { status: to, endedAt: now, tokenHash: null, stopTokenHash: null },
    select: emailChangeSelect,
  });
  if (!row) return null;
  await cancelMessages(tx, { about: [mailsAbout(id)] });
  return row;
}
