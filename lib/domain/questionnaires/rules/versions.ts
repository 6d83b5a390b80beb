import type { Question } from "../rules";

/** Tells whether two questionnaires ask the same. */
export function isSameQuestions(one: readonly Question[], other: readonly Question[]): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

/** What publishing a draft changes against the version before. */
export function changesOf(before: readonly Question[], draft: readonly Question[]) {
  const keys = (list: readonly Question[]) => list.map(({ key }) => key);
  const known = draft.filter(({ key }) => keys(before).includes(key));
  const kept = before.filter(({ key }) => keys(draft).includes(key));
  const isSame = (question: Question) =>
    before.some((one) => one.key === question.key && isSameQuestions([one], [question]));
  return {
    added: draft.length - known.length,
    removed: before.length - kept.length,
    changed: known.filter((question) => !isSame(question)).length,
    isMoved: keys(known).some((key, index) => key !== keys(kept)[index]),
  };
}

/** The fields in one order, because PostgreSQL keeps none. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, ordered(one)]),
  );
}
