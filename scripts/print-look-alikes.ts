import { characters } from "confusables";
import { say } from "./process/say";

/**
 * Prints the table of `look_alike` in PostgreSQL, for a migration: letters of other alphabets that resemble Latin ones.
 * PostgreSQL looks them up after NFKC, so others never occur.
 */
export function lookAlikeLetters(): Record<string, string> {
  const letters: Record<string, string> = {};
  for (const [base, alike] of characters) {
    for (const sign of alike) {
      const isOwnLetter = /^[\p{L}\p{N}]$/u.test(sign) && sign > "\u007f" && sign.normalize("NFKC") === sign;
      if (isOwnLetter && /^[A-Za-z0-9]$/.test(base)) letters[sign] = base;
    }
  }
  return letters;
}

if (process.argv[1]?.endsWith("print-look-alikes.ts")) say(JSON.stringify(lookAlikeLetters()));
