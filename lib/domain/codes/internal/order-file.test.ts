import { describe, expect, it } from "vitest";
import { FileFault } from "./edition-reader";
import { orderFileReader } from "./order-file";

const line = (order: number, code: string, flag: 0 | 1, long: string) =>
  `${String(order).padStart(5, "0")} ${code.padEnd(7)} ${flag} ${long.slice(0, 60).padEnd(60)} ${long}`;
const FILE = [
  line(1, "A00", 0, "Cholera"),
  line(2, "A000", 1, "Cholera due to Vibrio cholerae 01, biovar cholerae"),
  line(3, "S72001A", 1, "Fracture of unspecified part of neck of right femur, initial encounter for closed fracture"),
];

function read(text: string, step = text.length) {
  const reader = orderFileReader();
  const codes = [];
  for (let at = 0; at < text.length; at += step) codes.push(...reader.write(text.slice(at, at + step)));
  return [...codes, ...reader.end()];
}

describe("the ICD-10-CM order file", () => {
  it.each(["\n", "\r\n"])("is read line by line, wherever its parts end (line end %j)", (end) => {
    const whole = read(FILE.join(end) + end);
    expect(whole.map(({ code, isHeading }) => [code, isHeading])).toEqual([
      ["A00", true],
      ["A00.0", false],
      ["S72.001A", false],
    ]);
    expect(whole[2]?.name).toMatch(/^Fracture of unspecified part .* closed fracture$/);
    for (const step of [1, 7, 100]) expect(read(FILE.join(end), step)).toEqual(whole);
  });

  it.each([
    ["another kind of file", "code,name\nA00,Cholera\n", /^Line 1: this isn't a line/],
    ["a moved column", FILE[0]!.replace(" 0 ", "  0 "), /^Line 1: this isn't a line/],
    ["a line out of order", [FILE[1], FILE[0]].join("\n"), /^Line 2: the order numbers/],
    ["something that isn't a code", line(1, "AB0", 1, "Cholera"), /^Line 1: this isn't a code/],
    ["no description", line(1, "A00", 1, " "), /^Line 1: the description is missing/],
  ])("is refused with its line: %s", (_, text, message) => {
    expect(() => read(text)).toThrow(FileFault);
    expect(() => read(text)).toThrow(message);
  });
});
