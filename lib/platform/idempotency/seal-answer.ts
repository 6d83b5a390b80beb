import { openSealed, seal } from "@/lib/platform/auth/seal";

const MARK = "sealed:";
const ANSWERS = { purpose: "idempotent answers" } as const;

/**
 * Returns what the database stores of an answer for replay. Answers contain names and sometimes secrets that are
 * otherwise stored only as hashes (a call's tracking token).
 */
export function sealAnswer(body: string): string {
  return MARK + seal(body, ANSWERS);
}

/**
 * Returns the original answer; one stored before answers were sealed is returned as it is. Throws on anything tampered
 * with.
 */
export function openAnswer(kept: string): string {
  return kept.startsWith(MARK) ? openSealed(kept.slice(MARK.length), ANSWERS) : kept;
}
