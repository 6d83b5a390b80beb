import { CsvError, parse } from "csv-parse/sync";
import { faultAt, type ImportFault } from "../schema";
import { SEPARATORS, type Separator } from "../status";

/** A registry's table has hundreds of columns. */
const MAX_LINE = 200_000;
/** Excel's own way to name the separator, above the header. */
const EXCEL_HINT = /^\ufeff?sep=([,;\t|])\r?\n/i;

/**
 * Parses a CSV file into rows of cells (RFC 4180), with any line endings, even mixed. Without a separator, uses the one
 * its first lines have most and equally often, because spreadsheets write what doesn't conflict with their country's
 * decimal sign. Returns an error where quotes do not match.
 */
export function parseTable(
  content: string,
  separator: Separator = separatorOf(content),
): { table: string[][]; fault?: never } | { table?: never; fault: ImportFault } {
  try {
    return { table: read(content.replace(EXCEL_HINT, ""), separator) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error.records === "number" ? error.records + 1 : 1;
    return {
      fault: faultAt(row, null, "The row can't be read: a quotation mark isn't closed, or is in the middle of a cell"),
    };
  }
}

function read(text: string, separator: Separator, lines?: number): string[][] {
  return parse(text, {
    bom: true,
    delimiter: separator,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: MAX_LINE,
    ...(lines === undefined ? {} : { to: lines }),
  });
}

const SAMPLE_ROWS = 20;

/** Guesses a file's separator from its first lines. */
export function separatorOf(content: string): Separator {
  const said = EXCEL_HINT.exec(content)?.[1];
  const found = SEPARATORS.find((one) => one === said);
  if (found) return found;
  const start = content.split(/\r\n|\n|\r/, SAMPLE_ROWS).join("\n");
  const scored = SEPARATORS.map((separator) => ({ separator, score: columnsWith(start, separator) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).separator;
}

/** Counts the header's columns with a separator, less where the rows below have others. */
function columnsWith(start: string, separator: Separator): number {
  try {
    const [header = [], ...rows] = read(start, separator, SAMPLE_ROWS);
    const filled = rows.filter((cells) => cells.length > 1 || cells[0] !== "");
    const alike = filled.filter((cells) => cells.length === header.length).length;
    return header.length === 1 ? 1 : header.length * (1 + alike / Math.max(1, filled.length));
  } catch {
    // A cell continues past the last line examined: only the header can tell.
    return (start.split("\n", 1)[0] ?? "").split(separator).length;
  }
}
