import type { SheetStatus } from "./status";

/** How far the answers are, for the practice. */
export const SHEET_LABELS: Record<SheetStatus, string> = {
  NOT_STARTED: "Not answered yet",
  IN_PROGRESS: "Begun, not sent yet",
  SUBMITTED: "Answered",
};

export {
  answerProblem,
  answerTo,
  draftProblems,
  missingAnswers,
  progressOf,
  sentAnswers,
  shownQuestions,
} from "./rules";
