import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Font } from "@react-pdf/renderer";

/**
 * The scripts that come out right: Latin, Greek, Cyrillic and Devanagari; Arabic in a face whose letters keep their dots (Noto's
 * lose them here); Hebrew; Thai. Bengali and Tamil were drawn wrongly; Chinese, Japanese and Korean take 50 to 80 MB each.
 */
const FAMILIES = ["noto-sans", "ibm-plex-sans-arabic", "noto-sans-hebrew", "noto-sans-thai"] as const;

/** Hebrew points, which don't stand where they belong. */
const MISPLACED = /[\u0591-\u05c7]/u;

/** Regular and bold. */
const WEIGHTS = [400, 700] as const;

/** Words longer than this may be broken anywhere. */
const LONGEST_WORD = 30;

/** One file of a family, and the characters it may have. */
type Subset = { name: string; ranges: (readonly [from: number, to: number])[] };

let known: Subset[] | undefined;

/**
 * Returns the text as it can be drawn: without invisible characters, which would become boxes, but for the two that join and
 * separate letters.
 */
export function printable(text: string): string {
  return text.normalize("NFC").replace(/(?![\u200c\u200d])\p{Cf}/gu, "");
}

/**
 * Returns the font families that a PDF with this text needs, ready to use, and the characters that none of them has. A document
 * with such characters must not be made: they would be boxes, or missing.
 */
export async function fontsFor(text: string): Promise<{ families: string[]; uncovered: string[] }> {
  known ??= registerAll();
  const families = new Set(["noto-sans-latin"]);
  const uncovered: string[] = [];
  for (const character of new Set(printable(text).replace(/\s/g, ""))) {
    const name = await familyWith(known, character);
    if (name === null) uncovered.push(character);
    else families.add(name);
  }
  return { families: [...families], uncovered };
}

async function familyWith(subsets: Subset[], character: string): Promise<string | null> {
  if (MISPLACED.test(character)) return null;
  const code = character.codePointAt(0) ?? 0;
  for (const { name, ranges } of subsets) {
    if (!ranges.some(([from, to]) => from <= code && code <= to)) continue;
    // The ranges promise more than the files hold.
    const descriptor = { fontFamily: name, fontWeight: 400 };
    await Font.load(descriptor);
    if (Font.getFont(descriptor).data?.hasGlyphForCodePoint(code)) return name;
  }
  return null;
}

function registerAll(): Subset[] {
  Font.registerHyphenationCallback(partsOf);
  return FAMILIES.flatMap((family) => {
    const folder = join(/* turbopackIgnore: true */ process.cwd(), "node_modules", "@fontsource", family);
    const ranges = JSON.parse(readFileSync(join(folder, "unicode.json"), "utf8")) as Record<string, string>;
    // The most common characters stand last.
    return Object.entries(ranges)
      .reverse()
      .map(([subset, listed]) => {
        const name = `${family}-${subset}`;
        const fonts = WEIGHTS.map((fontWeight) => ({
          src: join(folder, "files", `${name}-${fontWeight}-normal.woff`),
          fontWeight,
        }));
        Font.register({ family: name, fonts });
        return { name, ranges: listed.split(",").map(rangeOf) };
      });
  });
}

/** "U+0370-0377" → [0x370, 0x377]. */
function rangeOf(listed: string): readonly [number, number] {
  const [from = "", to = from] = listed.replace("U+", "").split("-");
  return [parseInt(from, 16), parseInt(to, 16)];
}

/** Words stay whole, as long as anyone writes them; what is longer breaks anywhere, so that it never leaves the paper. */
function partsOf(word: string): string[] {
  if ([...word].length <= LONGEST_WORD) return [word];
  return [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(word)].map(({ segment }) => segment);
}
