/** Crockford's base 32: no I, L, O and U, so that nothing is misread. */
export const CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 16 characters of 5 bits: 80 random bits, too many to guess. */
export const CODE_LENGTH = 16;

/** How often one network may check a code; a pharmacy's whole counter is behind one address. */
export const CHECK_LIMIT = { name: "prescription-checks", limit: 60, windowSeconds: 600 };

/** How often one account may have a PDF made; drawing one costs a third of a second. */
export const PDF_LIMIT = { name: "prescription-pdfs", limit: 30, windowSeconds: 600 };

/**
 * Returns the code someone meant: without spaces and hyphens, in capitals, with O for zero and I or L for one. Null when no
 * code looks like that.
 */
export function readCode(typed: string): string | null {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}._]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return plain.length === CODE_LENGTH && [...plain].every((one) => CODE_ALPHABET.includes(one)) ? plain : null;
}

/** Returns a code as it is printed, in groups of four: "7K3M-…". */
export function groupCode(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join("-");
}
