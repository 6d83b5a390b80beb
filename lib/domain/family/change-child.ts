import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { changedFields } from "@/lib/platform/db/changed-fields";
import type { Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch } from "@/lib/platform/errors/expected-version";
import { localDateAt } from "@/lib/platform/time/local-date";
import { childChanged } from "./events";
import { familyLock, requireManaged } from "./internal/require-access";
import { requireChild } from "./internal/require-child";
import { canMoveBirthday } from "./rules";
import type { changeChildInput } from "./schema";

/**
 * Corrects a child's name or date of birth, by a parent, until the child has an account of their own. Throws `not-found`,
 * `forbidden`, `version-mismatch`, and `invalid` for a date of birth that isn't a child's, that is later than a visit, or
 * that would put off the majority of someone added long ago.
 */
export function changeChild(
  actor: Actor,
  { id, version, ...input }: z.output<typeof changeChildInput>,
): Promise<{ id: string; version: number }> {
  return inTransaction(
    actor,
    async (tx) => {
      const held = await requireManaged(tx, actor, id);
      if (held.relation !== "CHILD" || held.hasAccount)
        throw new AppError("forbidden", "Only a parent can do this, until the child has an account of their own.");
      const { createdAt, ...before } = await tx.patient.findUniqueOrThrow({
        where: { id },
        select: { name: true, version: true, createdAt: true },
      });
      requireVersion(before, version);
      const changed = changedFields({ name: before.name, bornOn: held.bornOn }, input);
      if (!changed) return { id, version: before.version };
      const { bornOn, ...others } = changed;
      if (bornOn !== undefined) await requireBirthday(tx, actor, { id, createdAt, bornOn: held.bornOn }, bornOn);
      const { count } = await tx.patient.updateMany({
        where: { id, version: before.version },
        data: { ...others, ...(bornOn ? { bornOn: new Date(`${bornOn}T00:00:00Z`) } : {}), version: { increment: 1 } },
      });
      if (count === 0) throw versionMismatch();
      const details = { fields: Object.keys(changed).join(", ") };
      const audit = { action: "patient.change", subject: "patient", subjectId: id, patientId: id, details };
      await recordChange(tx, actor, audit, [childChanged(id)]);
      return { id, version: before.version + 1 };
    },
    { locks: [familyLock(id)] },
  );
}

type Child = { id: string; createdAt: Date; bornOn: string | null };

async function requireBirthday(tx: Tx, actor: Actor, child: Child, bornOn: string): Promise<void> {
  const now = new Date();
  requireChild(bornOn, localDateAt(now, actor.timeZone));
  if (!canMoveBirthday(child, bornOn, now))
    throw refused("A later date can only be entered soon after adding the child. Ask your practice");
  // A day of tolerance, because the visit was where the place is.
  const born = new Date(Date.parse(`${bornOn}T00:00:00Z`) - 86_400_000);
  const earlier = await tx.appointment.count({ where: { patientId: child.id, startsAt: { lt: born } } });
  if (earlier > 0) throw refused("There is a visit before this date");
}

function refused(message: string): AppError {
  return new AppError("invalid", undefined, { fields: [{ path: "bornOn", message }] });
}
