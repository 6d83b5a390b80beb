import chardet from "chardet";
import iconv from "iconv-lite";
import { ALPHABETS, ENCODINGS, plausibility, type Encoding } from "../rules-encodings";

/** The part that is examined. */
const SAMPLE_BYTES = 64 * 1024;
/** Old Macintosh and ISO encodings are used only when chosen: their letters are too similar to others. */
const GUESSED = ENCODINGS.filter((one) => !/^utf|macintosh|iso/.test(one));

/** Returns a file's text, in the chosen or the detected encoding. Never fails: unreadable bytes become U+FFFD. */
export function decodeFile(bytes: Uint8Array, said?: Encoding): { text: string; encoding: Encoding } {
  const encoding = said ?? detectEncoding(bytes);
  return { encoding, text: iconv.decode(Buffer.from(bytes), encoding) };
}

/** Spreadsheets write Windows code pages, which contain all of these letters and a few more. */
const ON_WINDOWS: Record<string, Encoding> = {
  "ISO-8859-1": "windows-1252",
  "ISO-8859-2": "windows-1250",
  "ISO-8859-6": "windows-1256",
  "ISO-8859-7": "windows-1253",
  "ISO-8859-8": "windows-1255",
  "ISO-8859-9": "windows-1254",
};

function detectEncoding(bytes: Uint8Array): Encoding {
  const marked = markOf(bytes) ?? unmarkedUtf16(bytes);
  if (marked) return marked;
  if (isUtf8(bytes)) return "utf-8";
  const sample = Buffer.from(bytes.subarray(0, SAMPLE_BYTES));
  const hunches = new Map<string, number>();
  for (const { name, confidence } of chardet.analyse(sample)) {
    const encoding = ON_WINDOWS[name] ?? name.toLowerCase();
    hunches.set(encoding, Math.max(confidence, hunches.get(encoding) ?? 0));
  }
  const scored = GUESSED.map((encoding) => {
    const text = iconv.decode(sample, encoding);
    const hunch = (hunches.get(encoding) ?? 0) / (ALPHABETS[encoding] ? 1_000 : 400);
    return { encoding, text, score: plausibility(text, encoding) + hunch };
  });
  const best = scored.reduce((most, one) => (one.score > most.score ? one : most));
  // Several may read it the same way: then the most frequent of them.
  return scored.find(({ text }) => text === best.text)?.encoding ?? best.encoding;
}

function markOf([a, b, c]: Uint8Array): Encoding | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : null;
}

/** Every other byte of Latin text in UTF-16 is zero; a header always has some. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const start = bytes.subarray(0, 200);
  const noughts = [0, 0];
  start.forEach((byte, index) => (noughts[index % 2]! += byte === 0 ? 1 : 0));
  const [even = 0, odd = 0] = noughts;
  if (odd > start.length / 8 && odd > 4 * even) return "utf-16le";
  return even > start.length / 8 && even > 4 * odd ? "utf-16be" : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
