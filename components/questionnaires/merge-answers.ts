import { answerTo } from "@/lib/domain/questionnaires/format";
import type { Answer, Answers } from "@/lib/domain/questionnaires/schema";

/**
 * Merges what was answered here and elsewhere, question by question. `known`: what both began with, then what was sent from
 * here and may have arrived. An answer changed only elsewhere is taken over; one changed on both sides stays as it is
 * here, and its question is a clash.
 */
export function mergeAnswers(
  known: readonly [Answers, ...Answers[]],
  mine: Answers,
  theirs: Answers,
): { answers: Answers; clashes: string[] } {
  const clashes: string[] = [];
  let answers = mine;
  for (const key of new Set([...Object.keys(known[0]), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const [ours, other] = [contentOf(mine, key), contentOf(theirs, key)];
    if (ours === other || known.some((one) => contentOf(one, key) === other)) continue;
    if (contentOf(known[0], key) === ours) answers = withAnswer(answers, key, answerTo(theirs, key));
    else clashes.push(key);
  }
  return { answers, clashes };
}

/** Returns the answers with another one to this question, or none. */
export function withAnswer(answers: Answers, key: string, answer: Answer | undefined): Answers {
  const { [key]: _, ...others } = answers;
  return answer === undefined ? others : { ...others, [key]: answer };
}

export function isSameAnswers(one: Answers, other: Answers): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => contentOf(one, key) === contentOf(other, key));
}

/** For comparing: the server trims texts and forgets blank answers. */
function contentOf(answers: Answers, key: string): string {
  const answer = answerTo(answers, key);
  return answer === undefined ? "" : JSON.stringify(typeof answer === "string" ? answer.trim() : answer);
}
