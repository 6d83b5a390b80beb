import type { FieldError } from "@/lib/platform/errors/app-error";
import { searchWords } from "@/lib/platform/text/fold";
import { parseLocalDate } from "@/lib/platform/time/iso-text";
import { MOST_FILES, type Operator } from "./status";

/** A question is asked only if the answer to an earlier one compares so. */
export type Condition = { question: string; operator: Operator; value: string | number };

type Asked = { key: string; text: string; help: string; required: boolean; condition: Condition | null };
/** A question, by the kind of its answer. */
export type Question = Asked &
  (
    | { kind: "TEXT" }
    | { kind: "CHOICE"; many: boolean; options: string[] }
    | { kind: "NUMBER"; unit: string; min: number | null; max: number | null }
    | { kind: "DATE" }
    | { kind: "FILE" }
  );

/** A text, a date `YYYY-MM-DD` or the chosen option, a number, or the chosen options or the files by ID. */
export type Answer = string | number | string[];
/** By the question's key. */
export type Answers = Record<string, Answer>;

/** How the answers to a question can be compared in a condition, the usual way first; none for a date and for files. */
export function operatorsOf(question: Question): Operator[] {
  switch (question.kind) {
    case "TEXT":
      return ["CONTAINS"];
    case "CHOICE":
      return [question.many ? "CONTAINS" : "IS"];
    case "NUMBER":
      return ["OVER", "UNDER", "IS"];
    case "DATE":
    case "FILE":
      return [];
  }
}

/** Returns what is wrong with the keys and conditions of a questionnaire; no condition looks ahead, so none goes in circles. */
export function structureProblems(questions: readonly Question[]): FieldError[] {
  return questions.flatMap(({ key, condition }, index) => {
    const earlier = questions.slice(0, index);
    const at = (path: string, message: string | null) => (message ? [{ path: `${index}.${path}`, message }] : []);
    return [
      ...at("key", earlier.some((one) => one.key === key) ? "Another question has this key" : null),
      ...at("condition", condition && conditionProblem(condition, earlier)),
    ];
  });
}

function conditionProblem({ question: key, operator, value }: Condition, earlier: readonly Question[]): string | null {
  const other = earlier.find((one) => one.key === key);
  if (!other) return "Choose an earlier question";
  if (!operatorsOf(other).includes(operator)) return "Answers to that question can't be compared like this";
  if ((other.kind === "NUMBER") !== (typeof value === "number")) return "Compare with an answer of that question";
  if (other.kind === "CHOICE" && !other.options.includes(String(value))) return "Choose one of that question's options";
  return null;
}

/** Returns the answer to a question; undefined where there is none. */
export function answerTo(answers: Answers, key: string): Answer | undefined {
  const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
  return answer === undefined || isBlank(answer) ? undefined : answer;
}

const isBlank = (answer: Answer) =>
  typeof answer === "string" ? answer.trim() === "" : typeof answer === "object" && answer.length === 0;

/** Returns the questions that are asked, given the answers: an answer to a hidden question counts as none. */
export function shownQuestions(questions: readonly Question[], answers: Answers): Question[] {
  const shown: Question[] = [];
  for (const question of questions) {
    const { condition } = question;
    const asked = condition && shown.find(({ key }) => key === condition.question);
    if (!condition || (asked && isMet(condition, asked, answerTo(answers, asked.key)))) shown.push(question);
  }
  return shown;
}

function isMet({ operator, value }: Condition, question: Question, answer: Answer | undefined): boolean {
  // What can't be an answer meets nothing, such as a number outside its limits that is still being typed.
  if (answer === undefined || answerProblem(question, answer)) return false;
  switch (operator) {
    case "IS":
      return answer === value;
    case "CONTAINS":
      if (typeof answer === "object") return answer.includes(String(value));
      return ` ${searchWords(String(answer))}`.includes(` ${searchWords(String(value))}`);
    case "OVER":
      return Number(answer) > Number(value);
    case "UNDER":
      return Number(answer) < Number(value);
  }
}

/** Returns why this can't be the answer to a question; null when it can. */
export function answerProblem(question: Question, answer: Answer): string | null {
  switch (question.kind) {
    case "TEXT":
      return typeof answer === "string" ? null : "Enter a text";
    case "DATE":
      return Number.isFinite(parseLocalDate(answer)) ? null : "Enter a date";
    case "CHOICE":
      return question.many ? manyProblem(question.options, answer) : oneProblem(question.options, answer);
    case "NUMBER":
      return numberProblem(question, answer);
    case "FILE":
      return filesProblem(answer);
  }
}

const oneProblem = (options: string[], answer: Answer) =>
  typeof answer === "string" && options.includes(answer) ? null : "Choose one of the options";

function manyProblem(options: string[], answer: Answer): string | null {
  const isList = typeof answer === "object" && new Set(answer).size === answer.length;
  return isList && answer.every((one) => options.includes(one)) ? null : "Choose among the options";
}

function filesProblem(answer: Answer): string | null {
  if (typeof answer !== "object" || new Set(answer).size < answer.length) return "Add a file";
  return answer.length > MOST_FILES ? `At most ${MOST_FILES} files` : null;
}

/** Returns the files among these answers, by question. */
export function filesIn(questions: readonly Question[], answers: Answers): { question: string; id: string }[] {
  return questions.flatMap(({ key, kind }) => {
    const answer = kind === "FILE" ? answerTo(answers, key) : undefined;
    return typeof answer === "object" ? answer.map((id) => ({ question: key, id })) : [];
  });
}

function numberProblem({ min, max, unit }: Extract<Question, { kind: "NUMBER" }>, answer: Answer): string | null {
  if (typeof answer !== "number" || !Number.isFinite(answer)) return "Enter a number";
  const within = unit ? ` ${unit}` : "";
  if (min !== null && answer < min) return `Must be at least ${min}${within}`;
  if (max !== null && answer > max) return `Must be at most ${max}${within}`;
  return null;
}

/** Returns what keeps these answers from being stored, by question: unknown questions, and what can't be an answer. */
export function draftProblems(questions: readonly Question[], answers: Answers): FieldError[] {
  return Object.entries(answers).flatMap(([key, answer]) => {
    const question = questions.find((one) => one.key === key);
    const message = question ? !isBlank(answer) && answerProblem(question, answer) : "There is no such question";
    return message ? [{ path: `answers.${key}`, message }] : [];
  });
}

/** Returns the required questions that are asked and have no answer yet. */
export function missingAnswers(questions: readonly Question[], answers: Answers): FieldError[] {
  return shownQuestions(questions, answers)
    .filter(({ key, required }) => required && answerTo(answers, key) === undefined)
    .map(({ key }) => ({ path: `answers.${key}`, message: "Answer this question" }));
}

/** Returns the answers without blank ones, in the order of the questions. */
export function givenAnswers(questions: readonly Question[], answers: Answers): Answers {
  return Object.fromEntries(
    questions.flatMap(({ key }) => {
      const answer = answerTo(answers, key);
      return answer === undefined ? [] : [[key, answer]];
    }),
  );
}

/** Returns what is sent: the answers to the questions that are asked. */
export function sentAnswers(questions: readonly Question[], answers: Answers): Answers {
  return givenAnswers(shownQuestions(questions, answers), answers);
}

/** Tells how many of the questions that are asked have an answer. */
export function progressOf(questions: readonly Question[], answers: Answers): { asked: number; answered: number } {
  const shown = shownQuestions(questions, answers);
  return { asked: shown.length, answered: shown.filter(({ key }) => answerTo(answers, key) !== undefined).length };
}

/** Tells whether the answers can still be changed: corrected until the visit begins, sent for the first time while it lasts too. */
export function isOpen(status: string, submissions: number): boolean {
  return ["PENDING", "CONFIRMED", "CHECKED_IN"].includes(status) || (status === "IN_PROGRESS" && submissions === 0);
}
