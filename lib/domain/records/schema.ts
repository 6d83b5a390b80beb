import { z } from "zod";
import { optionalLongText, uuid } from "@/lib/platform/input/text";

const note = optionalLongText(10_000);

/** The doctor's note of a visit, in SOAP order. */
export const encounterNote = z.strictObject({
  reason: note,
  subjective: note,
  objective: note,
  assessment: note,
  plan: note,
});
export type EncounterNote = z.infer<typeof encounterNote>;

export const writeNoteInput = z.strictObject({ appointmentId: uuid, note: encounterNote, version: z.int().min(1) });
export type WriteNoteInput = z.infer<typeof writeNoteInput>;
