import { openSealed, seal } from "@/lib/platform/auth/seal";

const MARK = "sealed:";
const ANSWERS = { purpose: "idempotent answers" } as const;

/**
 * What the database keeps of an answer that may have to be given again: answers carry names and, once only, secrets
 * that are otherwise kept as hashes (a call's tracking token).
 */
export function sealAnswer(body: string): string {
  return MARK + seal(body, ANSWERS);
}

/** The answer as it was; one kept before answers were sealed is there as it is. Throws on anything tampered with. */
export function openAnswer(kept: string): string {
  return kept.startsWith(MARK) ? openSealed(kept.slice(MARK.length), ANSWERS) : kept;
}
