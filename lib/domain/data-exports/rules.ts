import { csvLine, harmlessCell, UTF8_MARK } from "@/lib/platform/text/csv";
import { instantText } from "@/lib/platform/time/iso-text";
import { EXPORT_COLUMNS, type ExportFormat, type ExportKind } from "./status";

type Cell = string | number | boolean | Date | null | undefined;
type Shape = { kind: ExportKind; format: ExportFormat; hasMark: boolean };

/** What a file begins with: its mark and its header, if it has them. */
export function fileHead({ kind, format, hasMark }: Shape): string {
  if (format === "NDJSON") return "";
  return `${hasMark ? UTF8_MARK : ""}${csvLine(EXPORT_COLUMNS[kind])}`;
}

/** Makes the writer of a file's lines, one for each row. Instants are ISO 8601 in UTC; no cell of a CSV file is a formula. */
export function lineWriter({ kind, format }: Shape): (row: Readonly<Record<string, Cell>>) => string {
  const columns: readonly string[] = EXPORT_COLUMNS[kind];
  if (format === "CSV") return (row) => csvLine(columns.map((name) => csvCell(row[name])));
  return (row) => `${JSON.stringify(Object.fromEntries(columns.map((name) => [name, plain(row[name])])))}\n`;
}

const plain = (value: Cell) => (value instanceof Date ? instantText(value) : (value ?? null));

function csvCell(value: Cell): string {
  const cell = plain(value);
  return typeof cell === "string" ? harmlessCell(cell) : cell === null ? "" : String(cell);
}
