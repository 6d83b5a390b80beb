import { randomBytes } from "node:crypto";
import { digest, openSealed, seal } from "@/lib/platform/auth/seal";
import { CODE_ALPHABET, CODE_LENGTH } from "@/lib/domain/prescriptions/rules";

const purpose = "prescription codes";

/** What is stored of a code. */
export type StoredCode = { codeDigest: string; sealedCode: string };

/** Makes a code for the prescription of an encounter, and what is stored of it. */
export function newCode(encounterId: string): { code: string } & StoredCode {
  // 256 is a multiple of 32: no character is likelier than another.
  const code = [...randomBytes(CODE_LENGTH)].map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join("");
  return { code, ...sealCode(encounterId, code) };
}

/** Returns what is stored of a code, under this installation's secret. */
export function sealCode(encounterId: string, code: string): StoredCode {
  return { codeDigest: digestCode(code), sealedCode: seal(code, { purpose, owner: encounterId }) };
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
