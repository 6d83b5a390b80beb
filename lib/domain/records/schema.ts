import { z } from "zod";
import { instant, longText, optionalLongText, optionalText, shortText, uuid, version } from "@/lib/platform/input/text";
import { uploadedFile } from "@/lib/platform/input/file";
import { diagnosis } from "@/lib/domain/codes/schema";
import { isPressurePossible, judgeVital, unitOf } from "./rules";
import { VITAL_KINDS } from "./status";

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

/** As exact as it is stored. */
const toHundredths = (value: number) => Math.round(value * 100) / 100;

/** One measurement. The impossible is refused; the unlikely is asked about on the screen. */
const vital = z
  .strictObject({ kind: z.enum(VITAL_KINDS), value: z.number().overwrite(toHundredths), unit: z.string().max(12) })
  .superRefine((measured, context) => {
    const unit = unitOf(measured.kind, measured.unit);
    if (!unit) context.addIssue({ code: "custom", path: ["unit"], message: "Is not measured in this unit" });
    else if (judgeVital(measured) === "impossible") {
      const [low, high] = unit.possible;
      context.addIssue({ code: "custom", path: ["value"], message: `Must be between ${low} and ${high} ${unit.unit}` });
    }
  });

const prescription = z.strictObject({
  drug: shortText(200),
  strength: optionalText(60),
  form: optionalText(60),
  dose: optionalText(60),
  route: optionalText(60),
  frequency: optionalText(120),
  /** Null: until further notice. */
  days: z.int().min(1, "At least 1 day").max(730, "At most 730 days").nullable(),
  instructions: optionalLongText(1000),
  allergyReason: optionalText(500)
    .default("")
    .meta({ description: "Why it is prescribed in spite of a recorded allergy." }),
});
export type Prescription = z.infer<typeof prescription>;

/** What a visit finds and prescribes, beside its text. The first diagnosis is the primary one. */
export const encounterParts = z.strictObject({
  vitals: z
    .array(vital)
    .max(VITAL_KINDS.length)
    .refine((list) => new Set(list.map(({ kind }) => kind)).size === list.length, "Has a measurement twice")
    .refine(isPressurePossible, "The lower blood pressure must be below the upper one"),
  diagnoses: z
    .array(diagnosis)
    .max(20, "At most 20 diagnoses")
    .refine(
      (list) => new Set(list.map(({ system, code }) => `${system} ${code}`)).size === list.length,
      "Has a diagnosis twice",
    ),
  prescriptions: z.array(prescription).max(30, "At most 30 medicines"),
});
export type EncounterParts = z.infer<typeof encounterParts>;

/** `version` is the one the writer has read. */
export const writeEncounterBody = z.strictObject({ note: encounterNote, parts: encounterParts, version });

export const writeNoteInput = writeEncounterBody.extend({ appointmentId: uuid });
export type WriteNoteInput = z.infer<typeof writeNoteInput>;

export const addAddendumBody = z.strictObject({ text: longText(10_000) });
export const addAddendumInput = addAddendumBody.extend({ appointmentId: uuid });
export type AddAddendumInput = z.infer<typeof addAddendumInput>;
export const addedAddendum = z.object({ id: uuid });

const shownText = z.string();

export const addAttachmentBody = z.strictObject({ file: uploadedFile });
export type AddAttachmentInput = z.infer<typeof addAttachmentBody> & { appointmentId: string };
export const removeAttachmentInput = z.strictObject({ id: uuid });

/** A file of a visit as the API answers with it, without its content. */
export const attachmentOutput = z.object({
  id: uuid,
  name: shownText,
  type: shownText,
  size: z.int(),
  addedAt: instant,
});
export type AttachmentOutput = z.infer<typeof attachmentOutput>;

/** A medicine as it is stored, whatever its limits were then. */
export const storedPrescription = z.object({
  drug: shownText,
  strength: shownText,
  form: shownText,
  dose: shownText,
  route: shownText,
  frequency: shownText,
  days: z.int().nullable(),
  instructions: shownText,
  allergyReason: shownText,
});

/** What is stored beside a note, in the same way. */
const storedParts = z.object({
  vitals: z.array(z.object({ kind: z.enum(VITAL_KINDS), value: z.number(), unit: shownText })),
  diagnoses: z.array(z.object({ system: shownText, version: shownText, code: shownText, name: shownText })),
  prescriptions: z.array(storedPrescription),
});

/** A visit's note as the API answers with it. */
export const encounterOutput = z.object({
  id: uuid,
  appointmentId: uuid,
  patientId: uuid,
  doctorId: uuid,
  status: z.enum(["DRAFT", "SIGNED"]),
  signedAt: instant.nullable(),
  version,
  note: z.object({
    reason: shownText,
    subjective: shownText,
    objective: shownText,
    assessment: shownText,
    plan: shownText,
  }),
  parts: storedParts,
  attachments: z.array(attachmentOutput),
  addenda: z.array(z.object({ id: uuid, text: shownText, at: instant, doctorName: shownText })),
});
export type EncounterOutput = z.infer<typeof encounterOutput>;

/** A signed note in the export of a record; files by their names, their content is at `/api/attachments/{id}`. */
export const exportedNoteOutput = encounterOutput.extend({
  doctorName: shownText,
  prescription: z
    .object({ issuedAt: instant, withdrawn: z.object({ at: instant, reason: shownText }).nullable() })
    .nullable()
    .meta({
      description: "The prescription for the pharmacy, once it has been opened; its code isn't part of the export.",
    }),
});
export type ExportedNote = z.infer<typeof exportedNoteOutput>;
