import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { canRunDesk } from "@/lib/domain/front-desk/policy";
import { changedFields } from "@/lib/platform/db/changed-fields";
import type { Tx } from "@/lib/platform/db/db";
import { isConflict } from "@/lib/platform/db/driver-error";
import { notFound } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { registrationEvent } from "./events";
import { numberTaken } from "./internal/number-taken";
import { registrationSelect, toOutput } from "./internal/output";
import type { ChangeRegistrationInput, RegistrationOutput } from "./schema";

/**
 * Corrects what a hospital's own records say of a patient; what is missing or unchanged stays. Throws `not-found` for everyone but
 * its staff, `already-exists` for a number that another of its patients has, `version-mismatch`.
 */
export async function changeRegistration(
  actor: Actor,
  id: string,
  input: ChangeRegistrationInput,
  expectedVersion?: ExpectedVersion,
): Promise<RegistrationOutput> {
  try {
    return await inTransaction(actor, (tx) => changeIn(tx, actor, { id, input, expectedVersion }));
  } catch (error) {
    // The index over the number is the only unique one that a change can violate.
    throw isConflict(error) ? numberTaken() : error;
  }
}

type Change = { id: string; input: ChangeRegistrationInput; expectedVersion: ExpectedVersion | undefined };

async function changeIn(tx: Tx, actor: Actor, { id, input, expectedVersion }: Change): Promise<RegistrationOutput> {
  const before = await tx.registration.findUnique({ where: { id }, select: registrationSelect });
  if (!before || !canRunDesk(actor, before.hospitalId)) throw notFound();
  requireVersion(before, expectedVersion);
  const changed = changedFields(before, input);
  if (!changed) return toOutput(before);
  const [row] = await tx.registration.updateManyAndReturn({
    where: { id, version: before.version },
    data: { ...changed, version: { increment: 1 } },
    select: registrationSelect,
  });
  if (!row) throw versionMismatch();
  const { hospitalId, patient } = row;
  const audit = {
    action: "patient.change-registration",
    subject: "patient",
    subjectId: patient.id,
    patientId: patient.id,
    hospitalId,
  };
  await recordChange(tx, actor, audit, [
    registrationEvent("registration.changed", { id, hospitalId, patientId: patient.id }),
  ]);
  return toOutput(row);
}
