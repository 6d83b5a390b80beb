import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { encryptTexts } from "./encrypt-texts";
import { encounterAmended } from "./events";
import { writableBy } from "./policy";
import { encounterSelect } from "./queries";
import type { AddAddendumInput } from "./schema";

/**
 * Adds to a signed note, which itself never changes; the patient sees it at once. Throws `not-found`, or
 * `invalid-transition` while the note is a draft.
 */
export function addAddendum(actor: Actor, { appointmentId, text }: AddAddendumInput): Promise<{ id: string }> {
  return inTransaction(actor, async (tx) => {
    const row = await tx.encounter.findFirst({
      where: { appointmentId, ...writableBy(actor) },
      select: encounterSelect,
    });
    if (!row) throw notFound();
    if (row.status !== "SIGNED") throw new AppError("invalid-transition", "Sign the note first.");
    const own = { encounterId: row.id, patientId: row.patientId, doctorId: row.doctorId };
    const id = uuidv7();
    await tx.addendum.createMany({ data: await encryptTexts(tx, "Addendum", [{ id, ...own, text }]) });
    const audit = {
      action: "encounter.amend",
      subject: "encounter",
      subjectId: row.id,
      patientId: row.patientId,
      doctorId: row.doctorId,
    };
    await recordChange(tx, actor, audit, [encounterAmended(row)]);
    return { id };
  });
}
