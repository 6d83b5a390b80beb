import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { db } from "@/lib/platform/db/db";
import { createAdmin } from "./factories";

type Over = { newEmail?: string; createdAt?: Date };

/** A change of an account's address that waits for consent, as a row; its links have no secrets that anyone knows. */
export async function pendingChange({ id: userId, email: oldEmail }: { id: string; email: string }, over: Over = {}) {
  const { id: requestedByUserId } = await createAdmin();
  const [tokenHash, stopTokenHash] = [crypto.randomUUID(), crypto.randomUUID()];
  const newEmail = over.newEmail ?? `new-${tokenHash}@caresync.test`;
  return db.emailChange.create({
    data: {
      userId,
      oldEmail,
      newEmail,
      reason: "Asked by phone",
      tokenHash,
      stopTokenHash,
      requestedByUserId,
      // The database decides.
      expiresAt: new Date(),
      ...(over.createdAt ? { createdAt: over.createdAt } : {}),
    },
  });
}

/** Another address for an account, as if its owner had agreed. */
export async function changeAddress(user: { id: string; email: string }, newEmail: string): Promise<void> {
  const { id } = await pendingChange(user, { newEmail });
  await inTransaction(SYSTEM_ACTOR, async (tx) => {
    await tx.emailChange.update({ where: { id }, data: { status: "DONE" } });
    await tx.user.update({ where: { id: user.id }, data: { email: newEmail } });
  });
}
