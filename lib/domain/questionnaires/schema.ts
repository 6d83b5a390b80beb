import { z } from "zod";
import {
  idAndVersion,
  instant,
  optionalLongText,
  optionalText,
  orNull,
  shortText,
  uuid,
  version,
} from "@/lib/platform/input/text";
import { uploadedFile } from "@/lib/platform/input/file";
import { cursor, limit } from "@/lib/platform/input/query";
import { structureProblems } from "./rules";
import {
  LONGEST_ANSWER,
  LONGEST_HELP,
  LONGEST_OPTION,
  LONGEST_QUESTION,
  LONGEST_UNIT,
  MOST_OPTIONS,
  MOST_QUESTIONS,
  OPERATORS,
  SHEET_STATUSES,
} from "./status";

export type { Answer, Answers, Condition, Question } from "./rules";

const key = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "Must be small letters, digits and hyphens, at most 40, beginning with a letter")
  .meta({
    description: "Names the question for its answers and for conditions; stays the same from version to version.",
  });

const condition = z
  .strictObject({
    question: key,
    operator: z.enum(OPERATORS),
    value: z.union([shortText(LONGEST_OPTION), z.number()]),
  })
  .meta({
    description:
      "The question is asked only if the answer to an earlier one is so: `IS` and `CONTAINS` for choices, `CONTAINS` for texts, `IS`, `OVER` and `UNDER` for numbers.",
  });

const common = {
  key,
  text: shortText(LONGEST_QUESTION),
  help: optionalText(LONGEST_HELP).default(""),
  required: z.boolean().default(false),
  condition: condition.nullable().default(null),
};
const options = z
  .array(shortText(LONGEST_OPTION))
  .min(2, "Offer at least two options")
  .max(MOST_OPTIONS, `At most ${MOST_OPTIONS} options`)
  .refine((list) => new Set(list).size === list.length, "Has an option twice");
const bound = orNull(z.number()).default(null);

const question = z
  .discriminatedUnion("kind", [
    z.strictObject({ ...common, kind: z.literal("TEXT") }),
    z.strictObject({ ...common, kind: z.literal("CHOICE"), many: z.boolean().default(false), options }),
    z.strictObject({
      ...common,
      kind: z.literal("NUMBER"),
      unit: optionalText(LONGEST_UNIT).default(""),
      min: bound,
      max: bound,
    }),
    z.strictObject({ ...common, kind: z.literal("DATE") }),
    z.strictObject({ ...common, kind: z.literal("FILE") }),
  ])
  .refine((one) => one.kind !== "NUMBER" || one.min === null || one.max === null || one.min <= one.max, {
    path: ["max"],
    message: "Must not be below the lowest value",
  });

const questions = z
  .array(question)
  .max(MOST_QUESTIONS, `At most ${MOST_QUESTIONS} questions`)
  .superRefine((list, context) => {
    for (const { path, message } of structureProblems(list))
      context.addIssue({ code: "custom", path: path.split("."), message });
  });

export const addQuestionnaireBody = z.strictObject({ serviceId: uuid });
export const addQuestionnaireInput = z.strictObject({ serviceId: uuid, hospitalId: uuid.nullable() });
export type AddQuestionnaireInput = z.output<typeof addQuestionnaireInput>;

export const changeQuestionnaireBody = z.strictObject({ questions });
export const changeQuestionnaireInput = changeQuestionnaireBody.extend(idAndVersion);
export type ChangeQuestionnaireInput = z.output<typeof changeQuestionnaireInput>;
export const questionnaireStepInput = z.strictObject(idAndVersion);
export const visitInput = z.strictObject({ appointmentId: uuid });
export const questionnaireListQuery = z.strictObject({ limit, cursor: cursor.optional() });

const answer = z.union([
  optionalLongText(LONGEST_ANSWER),
  z.number(),
  z.array(shortText(LONGEST_OPTION)).max(MOST_OPTIONS),
]);

/** `version` is the one the writer has read; 0 before anything was saved. */
export const writeAnswersBody = z.strictObject({
  answers: z.record(key, answer).meta({
    description:
      "By the question's key: a text, a date `YYYY-MM-DD` or the chosen option, a number, the chosen options, or the IDs of the files.",
  }),
  version: z.int().min(0),
});
export const writeAnswersInput = writeAnswersBody.extend({ appointmentId: uuid });
export type WriteAnswersInput = z.output<typeof writeAnswersInput>;

const shown = {
  key: z.string(),
  text: z.string(),
  help: z.string(),
  required: z.boolean(),
  condition: z
    .object({ question: z.string(), operator: z.enum(OPERATORS), value: z.union([z.string(), z.number()]) })
    .nullable(),
};
/** A question as it is stored, whatever the limits were then. */
const shownQuestion = z.discriminatedUnion("kind", [
  z.object({ ...shown, kind: z.literal("TEXT") }),
  z.object({ ...shown, kind: z.literal("CHOICE"), many: z.boolean(), options: z.array(z.string()) }),
  z.object({
    ...shown,
    kind: z.literal("NUMBER"),
    unit: z.string(),
    min: z.number().nullable(),
    max: z.number().nullable(),
  }),
  z.object({ ...shown, kind: z.literal("DATE") }),
  z.object({ ...shown, kind: z.literal("FILE") }),
]);

export const questionnaireOutput = z.object({
  id: uuid,
  doctorId: uuid.nullable(),
  hospitalId: uuid.nullable(),
  service: z.object({ id: uuid, name: z.string() }),
  published: z.int().meta({ description: "The number of the latest version; 0 before the first." }),
  isAsked: z.boolean().meta({ description: "Whether the latest version is asked before visits." }),
  version,
  questions: z.array(shownQuestion).meta({ description: "The draft: what the next version will ask." }),
});
export type Questionnaire = z.output<typeof questionnaireOutput>;
export const questionnaireItem = questionnaireOutput.omit({ questions: true });
export type QuestionnaireItem = z.output<typeof questionnaireItem>;

/** A file is sent in a form, with the question it answers. */
export const addAnswerFileBody = z.strictObject({ file: uploadedFile, question: key });
export type AddAnswerFileInput = z.output<typeof addAnswerFileBody> & { appointmentId: string };
export const removeAnswerFileInput = z.strictObject({ id: uuid });

/** A file among the answers, without its content. */
export const answerFileOutput = z.object({
  id: uuid,
  question: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
});
export type AnswerFile = z.output<typeof answerFileOutput>;

const shownAnswers = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));

export const sheetOutput = z.object({
  appointmentId: uuid,
  questionnaireId: uuid,
  number: z.int().meta({ description: "Which version of the questionnaire is asked." }),
  questions: z.array(shownQuestion),
  status: z.enum(SHEET_STATUSES),
  submittedAt: instant.nullable(),
  version: z.int().meta({ description: "0 before anything was saved." }),
  mayAnswer: z.boolean().meta({ description: "Whether the reader can answer, or correct the answers, now." }),
  draft: shownAnswers.nullable().meta({
    description: "What has been typed so far; null for everyone but the patient's side.",
  }),
  submitted: shownAnswers.nullable().meta({
    description: "What was sent last; null before, and for those who may not read answers.",
  }),
  files: z.array(answerFileOutput).meta({ description: "The files in `draft` and `submitted`." }),
});
export type Sheet = z.output<typeof sheetOutput>;

/** What a patient was asked before a visit and answered, each time it was sent. */
export const exportedAnswersOutput = z.object({
  appointmentId: uuid,
  questions: z.array(shownQuestion),
  draft: shownAnswers.nullable(),
  submitted: z.array(z.object({ at: instant, answers: shownAnswers })),
  files: z.array(answerFileOutput),
});
export type ExportedAnswers = z.output<typeof exportedAnswersOutput>;
