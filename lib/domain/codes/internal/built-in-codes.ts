import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("../icd-10/", import.meta.url);
const LINE = /^([A-Z]\d\d(?:\.\d)?) ([^|]+?)(?: \| (.+))?$/;

/** `general`: the words of its category. */
export type BuiltInCode = { code: string; name: string; synonyms: string; general: string };

/** Returns the text of the selection: `icd-10/*.txt`, whose lines are `CODE Name | synonym, synonym`. */
export function readBuiltInText(): string {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));
  return files
    .sort()
    .map((name) => readFileSync(new URL(name, FOLDER), "utf8"))
    .join("");
}

/**
 * Returns the selection of ICD-10 that comes with the product: every category and the codes common in outpatient care,
 * with names and everyday words of our own.
 */
export function parseBuiltInCodes(text: string): BuiltInCode[] {
  const codes = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [, code, name, synonyms = ""] = LINE.exec(line) ?? [];
      if (code === undefined || name === undefined) throw new Error(`not a line of a code: ${line}`);
      return { code, name, synonyms };
    });
  const byCode = new Map(codes.map((one) => [one.code, one]));
  return codes.map((one) => {
    const category = one.code.length > 3 ? byCode.get(one.code.slice(0, 3)) : undefined;
    return { ...one, general: category ? [category.name, category.synonyms].filter(Boolean).join(", ") : "" };
  });
}
