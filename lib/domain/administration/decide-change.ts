import { profileChangeEvent } from "@/lib/domain/doctors/events";
import { listManagersToNotify } from "@/lib/domain/doctors/request-change";
import { storedChanges } from "@/lib/domain/doctors/schema-changes";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { isConflict } from "@/lib/platform/db/driver-error";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { versionMismatch } from "@/lib/platform/errors/expected-version";
import { findChange } from "./list-changes";
import { canAdminister } from "./policy";
import type { Change, ChangeDecisionInput } from "./schema";

/**
 * Approves a verified doctor's or hospital's requested name, place or number, or rejects it with a reason. Of two
 * administrators who decide at once, the slower one learns that it was decided. Throws `not-found` (also for everyone but
 * administrators), `invalid` without a reason to reject, `invalid-transition`, `version-mismatch`, `already-exists` for
 * a registration number in use.
 */
export async function decideChange(actor: Actor, input: ChangeDecisionInput): Promise<Change> {
  if (!canAdminister(actor)) throw notFound();
  if (input.decision === "reject" && input.reason === undefined) {
    throw new AppError("invalid", undefined, {
      fields: [{ path: "reason", message: "Enter a reason" }],
    });
  }
  try {
    return await inTransaction(actor, (tx) => decide(tx, actor, input));
  } catch (error) {
    if (!isConflict(error)) throw error;
    throw new AppError("already-exists", "Another doctor has this registration number.");
  }
}

async function decide(
  tx: Tx,
  actor: Actor,
  { id, decision, reason, expectedVersion }: ChangeDecisionInput,
): Promise<Change> {
  const change = await findChange(tx, id);
  if (!change) throw notFound();
  if (change.status !== "PENDING")
    throw new AppError("invalid-transition", undefined, { extra: { status: change.status } });
  // Locks the profile's row before the request's, as requesting does.
  if (decision === "approve") await apply(tx, change);
  const decided = { status: decision === "approve" ? "APPROVED" : "REJECTED", reason: reason ?? null } as const;
  const version = expectedVersion ?? change.version;
  const { count } = await tx.profileChange.updateMany({
    where: { id, version, status: "PENDING" },
    data: { ...decided, decidedByUserId: actor.userId, decidedAt: new Date(), version: { increment: 1 } },
  });
  if (count === 0) throw versionMismatch();
  const { kind, profile, fields } = change;
  const subject = { kind, id: profile.id };
  const details = { fields: fields.map(({ field }) => field).join(" ") };
  const news = decision === "approve" ? "approved" : "rejected";
  const audit = {
    action: `${kind}.change-${news}`,
    subject: kind,
    subjectId: profile.id,
    [`${kind}Id`]: profile.id,
    details,
  };
  await recordChange(tx, actor, audit, [profileChangeEvent(subject, news, await listManagersToNotify(tx, subject))]);
  return { ...change, ...decided, version: version + 1 };
}

async function apply(tx: Tx, { kind, profile, fields }: Change): Promise<void> {
  const values = Object.fromEntries(fields.map(({ field, to }) => [field, to]));
  const where = { id: profile.id };
  const version = { increment: 1 };
  if (kind === "hospital")
    await tx.hospital.update({ where, data: { ...storedChanges.hospital.parse(values), version } });
  else await tx.doctor.update({ where, data: { ...storedChanges.doctor.parse(values), version } });
}
