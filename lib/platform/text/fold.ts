import { VARIANTS } from "./fold-variants";

/**
 * The one folding of text for search. PostgreSQL has the same as `search_words` and `search_line`: their table of
 * letters is generated from here (scripts/print-folding.ts), and a test compares the two letter by letter.
 */

const MARK = /^\p{M}$/u;
/** Scripts in which a mark only changes how a letter sounds. In Indic scripts and Thai, marks are vowels. */
const POINTED =
  /^[\p{Script=Inherited}\p{Script=Common}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}]$/u;
/** Nuktas: dots in Indic scripts that make foreign sounds of native letters. */
const NUKTA = /^[\u093c\u09bc\u0a3c\u0abc\u0b3c\u0c3c\u0cbc]$/;
/** The voiced marks of kana make other letters: は, ば, ぱ. */
const VOICED = /^[\u3099\u309a]$/;
const IGNORED = /^[\p{Default_Ignorable_Code_Point}\p{Cf}]$/u;
/**
 * Apostrophes and the like, and everything that joins words as a hyphen does: ignored, but known to have been there.
 */
const JOINER = /^[\p{Pd}'`‘’‛′ʹʻʼʽʾʿ՚׳ꞌ\u2212\u30a0]$/u;
/** What separates words. */
export const BREAK = /[\p{P}\p{S}\p{Z}\p{Cc}]/u;
/**
 * Scripts without spaces, in which each character is a word. Han with its extensions, as ranges that PostgreSQL knows
 * too.
 */
export const WORD_SIGN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{3ffff}";

const BREAKS = new RegExp(`(?!-)${BREAK.source}`, "gu");
const WORD_SIGNS = new RegExp(`[${WORD_SIGN}]`, "gu");
/** An acute accent typed as an apostrophe; Unicode decomposes it to no letter. */
const ACUTE = /\u00b4/g;

const folded = new Map<string, string>();

/**
 * Returns what a letter is in a search: one or more plain letters, "-" for a joiner, nothing for a mark. Expects NFKC.
 */
export function foldLetter(letter: string): string {
  const known = folded.get(letter);
  if (known !== undefined) return known;
  const plain = JOINER.test(letter) ? "-" : Array.from(withoutMarks(letter), plainLetter).join("").normalize("NFC");
  if (folded.size < 20_000) folded.set(letter, plain);
  return plain;
}

function withoutMarks(text: string): string {
  return Array.from(text.normalize("NFKD"))
    .filter((sign) => !isDropped(sign))
    .join("");
}

function isDropped(sign: string): boolean {
  if (IGNORED.test(sign)) return true;
  return MARK.test(sign) && !VOICED.test(sign) && (POINTED.test(sign) || NUKTA.test(sign));
}

function plainLetter(letter: string): string {
  // Upper case and back: ς becomes σ, ß becomes ss.
  const small = withoutMarks(letter.toUpperCase().toLowerCase());
  return Array.from(small, (one) => VARIANTS.get(one) ?? digit(one) ?? one).join("");
}

/** Returns 0 to 9 for a digit of any script; digits are in consecutive groups of ten. */
export function digit(sign: string): string | null {
  if (!/^\p{Nd}$/u.test(sign)) return null;
  const code = sign.codePointAt(0) ?? 0;
  let before = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}

/** Folds text, with "-" where two words are joined. */
function foldSigns(text: string): string {
  const letters = Array.from(text.replace(ACUTE, "'").normalize("NFKC"), foldLetter).join("");
  return letters.replace(BREAKS, " ").replace(WORD_SIGNS, " $& ");
}

const spaced = (text: string) => text.replace(/ +/g, " ").replace(/^ | $/g, "");

/**
 * Folds a search into words separated by one space: `O'Brien` is `obrien`, `ΓΙΩΡΓΟΣ` is `γιωργοσ`, `李明` is `李 明`. The
 * same as `search_words` in PostgreSQL.
 */
export function searchWords(typed: string): string {
  return spaced(foldSigns(typed).replaceAll("-", ""));
}

/**
 * Folds text to be found: the words as above and, where some were joined, their parts as well, so that `Brandt-Köhler`
 * is found by `brandtkohler`, `brandt` and `kohler`. The same as `search_line` in PostgreSQL.
 */
export function searchLine(text: string): string {
  const signs = foldSigns(text);
  const [joined, apart] = [spaced(signs.replaceAll("-", "")), spaced(signs.replaceAll("-", " "))];
  return joined === apart ? joined : `${joined} ${apart}`;
}

/**
 * Tells whether enough was typed for a search: two letters or digits, or one syllable or character that means as much.
 */
export function canSearch(typed: string): boolean {
  const words = searchWords(typed);
  return (
    (words.match(/[\p{L}\p{N}]/gu) ?? []).length >= 2 ||
    /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}]/u.test(words)
  );
}
