import { z } from "zod";
import { uuid } from "@/lib/platform/http/text";

const note = z
  .string()
  .max(10_000, "At most 10,000 characters")
  .overwrite((value) => value.replace(/\r\n?/g, "\n").trim().normalize("NFC"));

/** The doctor's note of a visit, in the order of SOAP. */
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
