import type { Actor } from "@/lib/actor/actor";
import { changedFields } from "@/lib/platform/db/changed-fields";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch } from "@/lib/platform/errors/expected-version";
import { decryptNote } from "./decrypt-texts";
import { encryptTexts } from "./encrypt-texts";
import { changedParts, writeParts } from "./internal/write-parts";
import { writableBy } from "./policy";
import { encounterSelect, type EncounterRow } from "./queries";
import type { WriteNoteInput } from "./schema";

const ELSEWHERE = "This note was changed in another window.";

/**
 * Saves the draft of a visit's note and what belongs to it; the same again is no change. Throws `not-found`, `invalid-transition` once signed,
 * `version-mismatch`.
 */
export function writeNote(actor: Actor, input: WriteNoteInput): Promise<EncounterRow> {
  return inTransaction(actor, (tx) => writeNoteIn(tx, actor, input));
}

/** Does the same in a transaction that does more. */
export async function writeNoteIn(
  tx: Tx,
  actor: Actor,
  { appointmentId, note, parts, version }: WriteNoteInput,
): Promise<EncounterRow> {
  const stored = await tx.encounter.findFirst({
    where: { appointmentId, ...writableBy(actor) },
    select: encounterSelect,
  });
  if (!stored) throw notFound();
  const before = await decryptNote(tx, stored);
  if (before.status === "SIGNED") throw new AppError("invalid-transition", "A signed note can't be changed.");
  requireVersion(before, version, ELSEWHERE);
  const changed = changedFields(before, note);
  const replaced = changedParts(before, parts);
  if (!changed && !replaced) return before;
  const [texts] = changed ? await encryptTexts(tx, "Encounter", [{ id: before.id, ...note }]) : [];
  const { count } = await tx.encounter.updateMany({
    where: { id: before.id, version, status: "DRAFT" },
    data: { ...texts, version: { increment: 1 } },
  });
  if (count === 0) throw versionMismatch(ELSEWHERE);
  if (replaced) await writeParts(tx, before, replaced);
  await recordChange(tx, actor, {
    action: "encounter.write",
    subject: "encounter",
    subjectId: before.id,
    patientId: before.patientId,
    doctorId: before.doctorId,
  });
  const written = await tx.encounter.findUniqueOrThrow({ where: { id: before.id }, select: encounterSelect });
  return decryptNote(tx, written);
}
