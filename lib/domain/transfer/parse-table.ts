import { CsvError, parse } from "csv-parse/sync";
import type { ImportFault } from "./schema";

/**
 * A CSV file as rows of cells (RFC 4180), separated by comma, semicolon or tab, whichever its first line has most of:
 * spreadsheets write what their country separates decimals from. A fault instead where quotes do not match.
 */
export function parseTable(content: string): { table: string[][]; fault?: never } | { table?: never; fault: ImportFault } {
  try {
    const table = parse(content, { bom: true, delimiter: separatorOf(content), relax_column_count: true, skip_empty_lines: false, max_record_size: 20_000 });
    return { table };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error.records === "number" ? error.records + 1 : 1;
    return { fault: { row, column: null, message: "The row cannot be read: a quotation mark is opened and not closed, or stands in the middle of a cell" } };
  }
}

function separatorOf(content: string): string {
  const [first = ""] = content.split(/\r?\n/, 1);
  const times = (separator: string) => first.split(separator).length;
  return [",", ";", "\t"].reduce((best, one) => (times(one) > times(best) ? one : best));
}
