import { openCode, sealCode, type StoredCode } from "./internal/codes";

/** Returns the code of a prescription that moves to another installation; null when this one can't read it. */
export function openMovedCode(stored: { encounterId: string; sealedCode: string }): string | null {
  return openCode(stored);
}

/** Returns what this installation stores of the code of a prescription that has moved here. */
export function sealMovedCode(encounterId: string, code: string): StoredCode {
  return sealCode(encounterId, code);
}
