import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { versionMismatch } from "@/lib/platform/errors/expected-version";
import { recordChange } from "@/lib/actor/record";
import { decryptNote } from "./decrypt-texts";
import { encounterSigned } from "./events";
import { writableBy } from "./policy";
import { requireAllergyReasons } from "./internal/require-allergy-reasons";
import { encounterSelect } from "./queries";

/**
 * Signs a visit's note: from now on it never changes and the patient can read it. It needs an assessment or a plan, and for
 * a medicine that may set off a recorded allergy the reason why it is prescribed all the same.
 * Throws `not-found`, `invalid` naming the field, `invalid-transition` when already signed.
 */
export async function signEncounter(tx: Tx, actor: Actor, appointmentId: string): Promise<void> {
  const stored = await tx.encounter.findFirst({
    where: { appointmentId, ...writableBy(actor) },
    select: encounterSelect,
  });
  if (!stored) throw notFound();
  const row = await decryptNote(tx, stored);
  if (row.status === "SIGNED") throw new AppError("invalid-transition", "This note is already signed.");
  if (row.assessment === "" && row.plan === "") {
    throw new AppError("invalid", "Write an assessment or a plan before you sign.", {
      fields: [{ path: "note.assessment", message: "Write an assessment or a plan" }],
    });
  }
  await requireAllergyReasons(tx, row);
  const signed = await tx.encounter.updateMany({
    where: { id: row.id, status: "DRAFT", version: row.version },
    data: { status: "SIGNED", signedAt: new Date(), version: { increment: 1 } },
  });
  if (signed.count === 0) throw versionMismatch("This note was changed in another window.");
  const audit = {
    action: "encounter.sign",
    subject: "encounter",
    subjectId: row.id,
    patientId: row.patientId,
    doctorId: row.doctorId,
  };
  await recordChange(tx, actor, audit, [encounterSigned(row)]);
}
