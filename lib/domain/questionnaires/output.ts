import type { QuestionnaireRow } from "./internal/rows";
import type { Question, Questionnaire } from "./schema";

/** A questionnaire with its draft, as its owner sees it. */
export function toQuestionnaire({ draft, ...row }: QuestionnaireRow): Questionnaire {
  return { ...row, questions: draft as unknown as Question[] };
}
