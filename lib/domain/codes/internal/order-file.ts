import { dotted, FileFault, oneLine, type EditionReader, type FileCode } from "./edition-reader";

/** Order number, code without its dot, header flag, short description (60), long description. */
const LINE = /^(\d{5}) ([0-9A-Z]{3,7}) *([01]) (.{60}) (.*)$/;
const FLAG_AT = 14;

/**
 * Reads the ICD-10-CM order file, which has fixed columns. Order numbers and codes ascend, so a line that is lost or
 * doubled shows.
 */
export function orderFileReader(): EditionReader {
  let rest = "";
  let lineNumber = 0;
  let order = 0;

  const read = (line: string): FileCode[] => {
    lineNumber++;
    if (line.trim() === "") return [];
    const fault = (what: string) => new FileFault(`Line ${lineNumber}: ${what}.`);
    const [, number, code = "", flag, short = "", long = ""] = LINE.exec(line.padEnd(78)) ?? [];
    if (number === undefined || line[FLAG_AT] !== flag)
      throw fault("this isn't a line of the ICD-10-CM order file (number, code, 0 or 1, short and long description)");
    if (Number(number) <= order) throw fault("the order numbers don't ascend");
    order = Number(number);
    const withDot = dotted(code);
    if (withDot === null) throw fault("this isn't a code of ICD-10-CM");
    const name = oneLine(long) || oneLine(short);
    if (name === "") throw fault("the description is missing");
    return [{ code: withDot, name, synonyms: "", isHeading: flag === "0" }];
  };

  return {
    write(text) {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      return lines.flatMap((line) => read(line.replace(/\r$/, "")));
    },
    end: () => (rest === "" ? [] : read(rest.replace(/\r$/, ""))),
  };
}
