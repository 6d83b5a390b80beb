// A complete edition of the size of ICD-10-CM, in the form of its order file: our categories, each with many codes below.
import { parseBuiltInCodes, readBuiltInText } from "@/lib/domain/codes/internal/built-in-codes";

const SIDES = ["right", "left", "bilateral", "unspecified side"];
const COURSES = ["with routine healing", "with delayed healing", "with complications", "without complications"];
const ENCOUNTERS = ["initial encounter", "subsequent encounter", "sequela"];
const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Returns the lines of the file: 49 codes to a category, 100,000 in all. */
export function generateOrderFile(): string {
  const lines: string[] = [];
  const add = (code: string, name: string) =>
    lines.push(
      `${String(lines.length + 1).padStart(5, "0")} ${code.padEnd(7)} ${code.length > 3 ? 1 : 0} ${name.slice(0, 60).padEnd(60)} ${name}`,
    );
  for (const { code, name } of parseBuiltInCodes(readBuiltInText()).filter((one) => one.code.length === 3)) {
    if (lines.length >= 99_900) break;
    add(code, name);
    SIDES.forEach((side, a) =>
      COURSES.forEach((course, b) =>
        ENCOUNTERS.forEach((encounter, c) => {
          if (lines.length < 99_999)
            add(`${code}${SIGNS[a]}${SIGNS[b]}1${SIGNS[10 + c]}`, `${name}, ${side}, ${course}, ${encounter}`);
        }),
      ),
    );
  }
  return `${lines.join("\n")}\n`;
}
