import type { Prisma } from "@/lib/platform/db/db";

export const questionnaireSelect = {
  id: true,
  doctorId: true,
  hospitalId: true,
  service: { select: { id: true, name: true } },
  draft: true,
  published: true,
  isAsked: true,
  version: true,
} satisfies Prisma.QuestionnaireSelect;
export type QuestionnaireRow = Prisma.QuestionnaireGetPayload<{ select: typeof questionnaireSelect }>;

export const questionnaireItemSelect = {
  id: true,
  doctorId: true,
  hospitalId: true,
  service: { select: { id: true, name: true } },
  published: true,
  isAsked: true,
  version: true,
} satisfies Prisma.QuestionnaireSelect;

export const sheetSelect = {
  questionnaireId: true,
  number: true,
  submissions: true,
  submittedAt: true,
  version: true,
  questionnaire: { select: { questions: true } },
} satisfies Prisma.AnswerSheetSelect;
export type SheetRow = Prisma.AnswerSheetGetPayload<{ select: typeof sheetSelect }>;
