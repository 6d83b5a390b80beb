import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { db, type Tx } from "@/lib/platform/db/db";
import { emailChangeEvent } from "./events";
import { endChange } from "./internal/end-change";

const AT_ONCE = 100;

/** Ends changes that no one agreed to in time, for a job. Returns how many. */
export async function expireEmailChanges(now: Date = new Date()): Promise<number> {
  const due = await db.emailChange.findMany({
    where: { status: "PENDING", expiresAt: { lte: now } },
    orderBy: { expiresAt: "asc" },
    take: AT_ONCE,
    select: { id: true },
  });
  let ended = 0;
  for (const { id } of due) {
    if (await inTransaction(SYSTEM_ACTOR, (tx) => expireChange(tx, id, now))) ended++;
  }
  return ended;
}

/** Ends one whose time is over, in the caller's transaction, which the platform runs by itself. */
async function expireChange(tx: Tx, id: string, now: Date): Promise<boolean> {
  const row = await endChange(tx, { id, to: "EXPIRED", now });
  if (!row) return false;
  const audit = { action: "account.email-change-expired", subject: "user", subjectId: row.userId };
  await recordChange(tx, SYSTEM_ACTOR, audit, [emailChangeEvent("expired", row)]);
  return true;
}

/** Ends those that stand in the way of a new one, and whose time is over, though no job has come by. */
export async function expireChangesOf(tx: Tx, of: { userId: string; email: string; now: Date }): Promise<void> {
  const { userId, email, now } = of;
  const over = await tx.emailChange.findMany({
    where: { OR: [{ userId }, { newEmail: email }], status: "PENDING", expiresAt: { lte: now } },
    select: { id: true },
  });
  for (const { id } of over) await endChange(tx, { id, to: "EXPIRED", now });
}
