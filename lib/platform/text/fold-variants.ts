/** Letters that people use for one another and that no Unicode rule maps, as `from` → `to`. */
const LATIN = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  ŋ: "n",
  ı: "i",
  ĸ: "k",
  ə: "e",
  ɓ: "b",
  ɗ: "d",
  ƙ: "k",
  ƴ: "y",
  ɛ: "e",
  ɔ: "o",
};
/** Without hamza, which counts as a mark already; Persian and Urdu shapes as the Arabic ones. */
const ARABIC = {
  "\u0671": "\u0627",
  "\u0649": "\u064a",
  "\u06cc": "\u064a",
  "\u06d2": "\u064a",
  "\u0629": "\u0647",
  "\u06c1": "\u0647",
  "\u06c3": "\u0647",
  "\u06be": "\u0647",
  "\u06d5": "\u0647",
  "\u06a9": "\u0643",
  "\u06aa": "\u0643",
  "\u0621": "",
  "\u0640": "",
};
/** Final forms of letters. */
const HEBREW = { ך: "כ", ם: "מ", ן: "נ", ף: "פ", ץ: "צ" };
const CYRILLIC = { є: "е", і: "и", ѣ: "е", ґ: "г", ђ: "д", ћ: "т", ј: "и", љ: "л", њ: "н" };

/** か and カ. */
const KATAKANA = Array.from(
  { length: 86 },
  (_, n) => [String.fromCodePoint(0x30a1 + n), String.fromCodePoint(0x3041 + n)] as const,
);

export const VARIANTS: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ ...LATIN, ...ARABIC, ...HEBREW, ...CYRILLIC }),
  ...KATAKANA,
]);
