import { z } from "zod";
import { diagnosis } from "@/lib/domain/codes/schema";
import { idAndVersion, instant, nameText, optionalText, orNull, uuid } from "@/lib/platform/input/text";
import { isPartialDate } from "./rules";
import {
  ALLERGY_ANSWERS,
  ALLERGY_CATEGORIES,
  ALLERGY_STATUSES,
  CONDITION_STATUSES,
  CRITICALITIES,
  RECORDED_AS,
} from "./status";

const reaction = optionalText(500);
const criticality = z.enum(CRITICALITIES);
const allergyFields = { substance: nameText(200), category: z.enum(ALLERGY_CATEGORIES) };

/** An allergy as it is recorded. */
export const addAllergyBody = z.strictObject({
  ...allergyFields,
  criticality: criticality.default("UNKNOWN"),
  reaction: reaction.default(""),
});
export const addAllergyInput = addAllergyBody.extend({ patientId: uuid });
export type AddAllergyInput = z.output<typeof addAllergyInput>;

/** Missing values stay as they are. */
export const changeAllergyBody = z
  .strictObject({ ...allergyFields, criticality, reaction, status: z.enum(ALLERGY_STATUSES) })
  .partial();
export type ChangeAllergyInput = z.output<typeof changeAllergyBody>;
export const changeAllergyInput = changeAllergyBody.extend(idAndVersion);

export const stateNoAllergiesInput = z.strictObject({ patientId: uuid });

const onset = orNull(
  z.string().refine(isPartialDate, "Enter a year such as 2019, a month such as 2019-05, or a date such as 2019-05-17"),
).meta({ description: "Since when, as exact as it is known: a year, a month or a date." });
const conditionFields = {
  name: nameText(400),
  diagnosis: diagnosis.nullable().meta({ description: "The code, where a doctor chose one." }),
  onset,
};

/** A condition as it is recorded. */
export const addConditionBody = z.strictObject({
  name: conditionFields.name,
  diagnosis: conditionFields.diagnosis.default(null),
  onset: onset.default(null),
});
export const addConditionInput = addConditionBody.extend({ patientId: uuid });
export type AddConditionInput = z.output<typeof addConditionInput>;

/** Missing values stay as they are. */
export const changeConditionBody = z.strictObject({ ...conditionFields, status: z.enum(CONDITION_STATUSES) }).partial();
export type ChangeConditionInput = z.output<typeof changeConditionBody>;
export const changeConditionInput = changeConditionBody.extend(idAndVersion);

const author = z
  .object({ as: z.enum(RECORDED_AS), name: z.string().nullable(), isYou: z.boolean() })
  .meta({ description: "Who it was. A doctor doesn't see the names of those who act for a patient." });
export type Author = z.output<typeof author>;

const stamp = {
  id: uuid,
  patientId: uuid,
  version: z.int(),
  recordedBy: author,
  recordedAt: instant,
  changedBy: author,
  changedAt: instant,
};
const allergyValues = {
  substance: z.string(),
  category: z.enum(ALLERGY_CATEGORIES),
  criticality,
  reaction: z.string(),
  status: z.enum(ALLERGY_STATUSES),
};
const shownDiagnosis = z
  .object({ system: z.string(), version: z.string(), code: z.string(), name: z.string() })
  .nullable();
const conditionValues = {
  name: z.string(),
  diagnosis: shownDiagnosis,
  onset: z.string().nullable(),
  status: z.enum(CONDITION_STATUSES),
};

/** What an entry was before, newest first. */
const earlier = <T extends z.core.$ZodLooseShape>(values: T) =>
  z
    .array(z.object({ version: z.int(), changedBy: author, changedAt: instant, ...values }))
    .meta({ description: "What it was before, newest first; at most 20." });

export const allergyOutput = z.object({ ...stamp, ...allergyValues, earlier: earlier(allergyValues) });
export type Allergy = z.output<typeof allergyOutput>;

export const allergyList = z.object({
  answer: z.enum(ALLERGY_ANSWERS).meta({
    description: "`NONE_KNOWN`: someone stated that there are none. `NOT_RECORDED`: no one has said yet.",
  }),
  noneKnown: z.object({ statedBy: author, statedAt: instant }).nullable(),
  items: z.array(allergyOutput),
});
export type AllergyList = z.output<typeof allergyList>;

export const conditionOutput = z.object({ ...stamp, ...conditionValues, earlier: earlier(conditionValues) });
export type Condition = z.output<typeof conditionOutput>;

export const conditionList = z.object({ items: z.array(conditionOutput) });

/** What is known about a patient beyond single visits; `mayKeep`: the reader may also write. */
export type Background = { patientId: string; allergies: AllergyList; conditions: Condition[]; mayKeep: boolean };
