// Letters, digits, punctuation and symbols are visible; separators, controls, unassigned and private characters may not
// be. Among the former, fillers and the empty Braille pattern are still blank.
const INK = /[\p{L}\p{N}\p{P}\p{S}]/u;
const BLANKS = /[\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]/gu;

/** Tells whether any of this text is visible. */
export function isVisible(text: string): boolean {
  return INK.test(text.replace(BLANKS, ""));
}

/** Tells whether it has a visible letter or digit, the least a name needs. */
export function hasLetter(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replace(BLANKS, ""));
}
