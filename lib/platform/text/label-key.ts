import { digit } from "./fold";

/**
 * The keys by which two labels are equal, one for each kind of label. PostgreSQL has the same as `name_key` and
 * `registration_key` (scripts/print-folding.ts), and unique indexes over them have the last word.
 */

const IGNORED = /^[\p{Default_Ignorable_Code_Point}\p{Cf}]$/u;
/** Everything that is neither a letter, a mark nor a digit. */
export const SIGN = /[\p{P}\p{S}\p{Z}\p{Cc}]/u;
const SIGNS = new RegExp(SIGN.source, "gu");
const SPACES = /[\p{Z}\p{Cc}]+/gu;

/** Returns a letter without case: dotted and dotless i are equal, as are ς and σ. Expects NFKC. */
export function keyLetter(letter: string): string {
  if (IGNORED.test(letter)) return "";
  const small = letter.toUpperCase().toLowerCase().replaceAll("i\u0307", "i").replaceAll("ı", "i");
  return digit(small) ?? small.normalize("NFKC");
}

/** Of things people name themselves: compared without regard to case, width and how many spaces there are. */
export function nameKey(name: string): string {
  const letters = Array.from(name.normalize("NFKC"), keyLetter).join("");
  return letters.replace(SPACES, " ").replace(/^ | $/g, "");
}

/** Returns the key of a vehicle: only letters and digits count, so that `B-RT 100` and `b rt100` are equal. */
export function registrationKey(registration: string): string {
  return nameKey(registration).replace(SIGNS, "");
}
