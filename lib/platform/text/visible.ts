// Letters, digits, punctuation and signs leave something on the screen; separators, controls, unassigned and private
// characters may not. Of the former, fillers and the empty Braille pattern are blank all the same.
const INK = /[\p{L}\p{N}\p{P}\p{S}]/u;
const BLANKS = /[\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]/gu;

/** True when a reader would see something of this text. */
export function isVisible(text: string): boolean {
  return INK.test(text.replace(BLANKS, ""));
}

/** True when it has a letter or a digit a reader would see: the least a name consists of. */
export function hasLetter(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replace(BLANKS, ""));
}
