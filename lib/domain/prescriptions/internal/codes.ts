import { randomBytes } from "node:crypto";
import { digest, openSealed, seal } from "@/lib/platform/auth/seal";
import { CODE_ALPHABET, CODE_LENGTH } from "@/lib/domain/prescriptions/rules";

const purpose = "prescription codes";

/** Makes a code for the prescription of an encounter, and what is stored of it. */
export function newCode(encounterId: string): { code: string; codeDigest: string; sealedCode: string } {
  // 256 is a multiple of 32: no character is likelier than another.
  const code = [...randomBytes(CODE_LENGTH)].map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join("");
  return { code, codeDigest: digestCode(code), sealedCode: seal(code, { purpose, owner: encounterId }) };
}

/** Returns what a code is found by. */
export function digestCode(code: string): string {
  return digest(code, purpose);
}

/** Returns the stored code; null when it was sealed under another secret, or for another prescription. */
export function openCode({ encounterId, sealedCode }: { encounterId: string; sealedCode: string }): string | null {
  try {
    return openSealed(sealedCode, { purpose, owner: encounterId });
  } catch {
    return null;
  }
}
