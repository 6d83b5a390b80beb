export const QUESTION_KINDS = ["TEXT", "CHOICE", "NUMBER", "DATE", "FILE"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** How a condition compares an answer: equal, with this in it, above, below. */
export const OPERATORS = ["IS", "CONTAINS", "OVER", "UNDER"] as const;
export type Operator = (typeof OPERATORS)[number];

/** How far the answers for an appointment are. */
export const SHEET_STATUSES = ["NOT_STARTED", "IN_PROGRESS", "SUBMITTED"] as const;
export type SheetStatus = (typeof SHEET_STATUSES)[number];

export const MOST_QUESTIONS = 50;
export const MOST_OPTIONS = 20;
export const LONGEST_QUESTION = 300;
export const LONGEST_HELP = 500;
export const LONGEST_OPTION = 120;
export const LONGEST_UNIT = 20;
export const LONGEST_ANSWER = 2000;
/** How many files answer one question, and all of a visit; the database has the latter too. */
export const MOST_FILES = 5;
export const MOST_FILES_IN_ALL = 20;
