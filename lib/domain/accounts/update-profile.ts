import type { Actor } from "@/lib/actor/actor";
import { changedFields } from "@/lib/platform/db/changed-fields";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { notFound } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { countryOfZone, readChangedPhone } from "@/lib/platform/text/read-phone";
import { profileChanged } from "./events";
import { ownOf } from "./policy";
import { getOwnAccountIn } from "./queries";
import type { Account, ProfileInput } from "./schema";

/**
 * Updates the actor's own profile. `expectedVersion` (from If-Match) must be current, else `version-mismatch`. The
 * actor's own patient (SELF) follows a changed name and number. Unchanged values are no change.
 */
export async function updateProfile(
  actor: Actor,
  typed: ProfileInput,
  expectedVersion?: ExpectedVersion,
): Promise<Account> {
  return inTransaction(actor, async (tx) => {
    const before = await tx.user.findFirst({
      where: ownOf(actor),
      select: { id: true, version: true, name: true, phone: true, timeZone: true },
    });
    if (!before) throw notFound();
    requireVersion(before, expectedVersion);
    const input = typed.phone
      ? {
          ...typed,
          phone: readChangedPhone(typed.phone, before.phone, countryOfZone(typed.timeZone ?? before.timeZone)),
        }
      : typed;
    const changed = changedFields(before, input);
    if (!changed) return getOwnAccountIn(tx, actor);
    const where = { id: before.id, version: before.version };
    const { count } = await tx.user.updateMany({ where, data: { ...changed, version: { increment: 1 } } });
    if (count === 0) throw versionMismatch();
    await followSelf(tx, before.id, changed);
    const account = await getOwnAccountIn(tx, actor);
    const details = { fields: Object.keys(changed).sort().join(",") };
    await recordChange(
      tx,
      actor,
      { action: "account.profile-changed", subject: "user", subjectId: before.id, details },
      [profileChanged(before.id)],
    );
    return account;
  });
}

async function followSelf(tx: Tx, userId: string, { name, phone }: ProfileInput): Promise<void> {
  if (name === undefined && phone === undefined) return;
  await tx.patient.updateMany({
    where: { accesses: { some: { userId, relation: "SELF" } } },
    data: { name, phone, version: { increment: 1 } },
  });
}
