/** One code of a file. `synonyms`: other names, separated by commas. */
export type FileCode = { code: string; name: string; synonyms: string; isHeading: boolean };

/** Reads a file piece by piece: each call returns the codes that are complete by then. Throws `FileFault`. */
export type EditionReader = { write(text: string): FileCode[]; end(): FileCode[] };

/** The file isn't what it should be; the message says what is wrong, and where. */
export class FileFault extends Error {}

const CODE = /^[A-Z]\d[0-9A-Z]{1,5}$/;
const MAX_NAME = 400;
const MAX_SYNONYMS = 2000;

/** Returns a code with its dot, whether or not it came with one: `I219` and `I21.9` are `I21.9`. */
export function dotted(code: string): string | null {
  const plain = code.replace(".", "");
  if (!CODE.test(plain) || (code.includes(".") && code[3] !== ".")) return null;
  return plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain;
}

/** Returns text on one line, shortened to what is kept. */
export function oneLine(text: string, max = MAX_NAME): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  return line.length > max ? `${line.slice(0, max - 1)}…` : line;
}

/** Joins other names. */
export function joinSynonyms(names: string[]): string {
  return oneLine([...new Set(names.map((name) => oneLine(name)))].filter(Boolean).join(", "), MAX_SYNONYMS);
}
