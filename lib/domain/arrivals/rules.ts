/** Without letters and digits that are taken for each other, and without vowels, so that no code is a word. */
export const CODE_LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ";
export const CODE_LENGTH = 10;

/** Reads a code as someone types it. */
export function readArrivalCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
}
