import { operatorsOf } from "@/lib/domain/questionnaires/format";
import type { Condition, Question } from "@/lib/domain/questionnaires/schema";
import type { QuestionKind } from "@/lib/domain/questionnaires/status";

const FRESH = { text: "", help: "", required: false, condition: null };

/** Returns a key that no question has had here: `q1`, `q2`, … */
function freshKey(questions: readonly Question[]): string {
  const numbers = questions.map(({ key }) => Number(/^q(\d+)$/.exec(key)?.[1] ?? 0));
  return `q${Math.max(0, ...numbers) + 1}`;
}

/** A new question of this kind, which begins with nothing. */
export function freshQuestion(questions: readonly Question[], kind: QuestionKind): Question {
  return ofKind({ ...FRESH, key: freshKey(questions), kind: "TEXT" }, kind);
}

/** The same question, answered in another way. */
export function ofKind({ key, text, help, required, condition }: Question, kind: QuestionKind): Question {
  const common = { key, text, help, required, condition };
  switch (kind) {
    case "CHOICE":
      return { ...common, kind, many: false, options: ["Yes", "No"] };
    case "NUMBER":
      return { ...common, kind, unit: "", min: null, max: null };
    default:
      return { ...common, kind };
  }
}

/** The questions with one of them moved up (-1) or down (1). */
export function moved(questions: readonly Question[], index: number, by: -1 | 1): Question[] {
  const next = [...questions];
  const [question] = next.splice(index, 1);
  if (question) next.splice(index + by, 0, question);
  return next;
}

/** The questions with a copy of one of them after it. */
export function duplicated(questions: readonly Question[], index: number): Question[] {
  const question = questions[index];
  if (!question) return [...questions];
  return questions.toSpliced(index + 1, 0, { ...question, key: freshKey(questions) });
}

/** The earlier questions whose answers a condition can compare. */
export function comparable(questions: readonly Question[], index: number): Question[] {
  return questions.slice(0, index).filter((question) => operatorsOf(question).length > 0);
}

/** A condition on this question, to begin with. */
export function conditionOn(question: Question): Condition {
  const [operator = "IS"] = operatorsOf(question);
  const value = question.kind === "CHOICE" ? (question.options[0] ?? "") : question.kind === "NUMBER" ? 0 : "";
  return { question: question.key, operator, value };
}
