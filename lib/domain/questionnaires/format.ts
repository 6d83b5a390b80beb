import type { Operator, QuestionKind, SheetStatus } from "./status";

/** How far the answers are, for the practice. */
export const SHEET_LABELS: Record<SheetStatus, string> = {
  NOT_STARTED: "Not answered yet",
  IN_PROGRESS: "Begun, not sent yet",
  SUBMITTED: "Answered",
};

export const KIND_LABELS: Record<QuestionKind, string> = {
  TEXT: "A text",
  CHOICE: "Options",
  NUMBER: "A number",
  DATE: "A date",
  FILE: "Files",
};

export const OPERATOR_LABELS: Record<Operator, string> = {
  IS: "is",
  CONTAINS: "contains",
  OVER: "is more than",
  UNDER: "is less than",
};

/** The address that answers with the content of a file among the answers. */
export const answerFileHref = (id: string): string => `/api/answer-files/${id}`;

export {
  answerProblem,
  answerTo,
  draftProblems,
  missingAnswers,
  operatorsOf,
  progressOf,
  sentAnswers,
  shownQuestions,
} from "./rules";
export { changesOf, isSameQuestions } from "./rules/versions";
