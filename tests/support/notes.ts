import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { encryptTexts, type TextsOf } from "@/lib/domain/records/encrypt-texts";
import type { EncounterParts } from "@/lib/domain/records/schema";
import type { Prisma } from "@/lib/platform/db/db";

/** A visit in which nothing was measured, diagnosed or prescribed. */
export const NO_PARTS: EncounterParts = { vitals: [], diagnoses: [], prescriptions: [] };

type Note = Prisma.EncounterUncheckedCreateInput & Partial<TextsOf<"Encounter">>;

/** Stores a note as it is, in the name of its doctor, past the rules of writing and signing. */
export function storeNote(doctor: Actor, note: Note): Promise<{ id: string }> {
  return inTransaction(doctor, async (tx) => {
    const [data] = await encryptTexts(tx, "Encounter", [{ ...note, id: note.id ?? uuidv7() }]);
    return tx.encounter.create({ data: data!, select: { id: true } });
  });
}
