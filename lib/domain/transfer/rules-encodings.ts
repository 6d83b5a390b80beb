/** The encodings a file may have, as iconv knows them, and their labels. Pure. */
export const ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "iso-8859-2",
  "koi8-r",
  "macintosh",
  "shift_jis",
  "euc-jp",
  "gb18030",
  "big5",
  "euc-kr",
] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const ENCODING_LABELS: Record<Encoding, string> = {
  "utf-8": "Unicode (UTF-8)",
  "utf-16le": "Unicode text of Excel (UTF-16)",
  "utf-16be": "Unicode (UTF-16, big end first)",
  "windows-1252": "Western European (Windows 1252)",
  "windows-1250": "Central European (Windows 1250)",
  "windows-1251": "Cyrillic (Windows 1251)",
  "windows-1253": "Greek (Windows 1253)",
  "windows-1254": "Turkish (Windows 1254)",
  "windows-1255": "Hebrew (Windows 1255)",
  "windows-1256": "Arabic (Windows 1256)",
  "windows-1257": "Baltic (Windows 1257)",
  "iso-8859-2": "Central European (ISO 8859-2)",
  "koi8-r": "Cyrillic (KOI8-R)",
  macintosh: "Western European (old Macintosh)",
  shift_jis: "Japanese (Shift JIS)",
  "euc-jp": "Japanese (EUC)",
  gb18030: "Chinese (GB 18030)",
  big5: "Chinese, traditional (Big5)",
  "euc-kr": "Korean (EUC)",
};

/**
 * Letters beyond ASCII of the languages in an encoding: text in the wrong encoding mixes letters of several languages.
 */
const CENTRAL = ["áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "ąćęłńóśźż", "áéíóöőúüű", "ăâîşţșț", "čćđšž", "äöüß"];
const CYRILLIC = [
  "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
  "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
  "абвгдђежзијклљмнњопрстћуфхцчџш",
];
const WESTERN = [
  "äöüß",
  "àâçéèêëîïôùûüœæÿ",
  "áéíñóúüñ",
  "àáâãçéêíóôõú",
  "àèéìòù",
  "åäöé",
  "æøåé",
  "éëïóöü",
  "áðéíóúýþæö",
];
export const ALPHABETS: Partial<Record<Encoding, readonly string[]>> = {
  "windows-1252": WESTERN,
  macintosh: WESTERN,
  "windows-1250": CENTRAL,
  "iso-8859-2": CENTRAL,
  "windows-1251": CYRILLIC,
  "koi8-r": CYRILLIC,
  "windows-1253": ["άέήίόύώΐΰϊϋαβγδεζηθικλμνξοπρστυφχψωςs"],
  "windows-1254": ["çğıiöşüâîû"],
  "windows-1255": ["אבגדהוזחטיךכלםמןנסעףפץצקרשת"],
  "windows-1256": ["ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيپچژگ"],
  "windows-1257": ["ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž"],
};

/**
 * Rates how likely a text was read in its encoding: the share of its letters beyond ASCII that one language of the
 * encoding has. Symbols inside words, capitals after small letters and East Asian characters amid Latin ones count
 * against it.
 */
export function plausibility(text: string, encoding: Encoding): number {
  const foreign = text.match(/[^\x00-\x7f]/gu) ?? [];
  if (foreign.length === 0) return 1;
  const broken =
    text.match(
      /[\ufffd\u0080-\u009f]|\p{L}[^\x00-\x7f\p{L}\p{M}’´–—]|\p{Ll}(?=[^\x00-\x7f])\p{Lu}|[^\x00-\x7f\P{Ll}]\p{Lu}/gu,
    )?.length ?? 0;
  const alphabets = ALPHABETS[encoding];
  if (alphabets) {
    const letters = foreign.filter((sign) => /[\p{L}\ufffd]/u.test(sign)).map((sign) => sign.toLowerCase());
    const best = Math.max(
      0,
      ...alphabets.map((alphabet) => letters.filter((letter) => alphabet.includes(letter)).length),
    );
    const mixed =
      text.match(/[a-z](?=[^\x00-\x7f])[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}]/giu)
        ?.length ?? 0;
    // Portuguese, the only Western language with õ, has it before e only; elsewhere it is a misread Hungarian ő.
    const strange = alphabets === WESTERN ? (text.match(/[õÕ](?!e)/giu)?.length ?? 0) : 0;
    return (best - broken - strange - 2 * mixed) / Math.max(1, letters.length);
  }
  const eastern =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー、。]/gu)?.length ?? 0;
  const amid =
    text.match(
      /[a-z][\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]|[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}][a-z]/giu,
    )?.length ?? 0;
  return (0.97 * (eastern - broken) - 2 * amid) / foreign.length;
}
