import { parseTable, separatorOf } from "./parse-table";
import { guessColumns, guessDecimalSign } from "../rules/columns";
import type { ImportFault, ImportReading } from "../schema";
import { COLUMN_NAMES, DECIMAL_NAMES, type ImportKind } from "../status";

export type Settled = { reading: ImportReading } & (
  { table: string[][]; fault?: never } | { table?: never; fault: ImportFault }
);
type Chosen = { [K in keyof ImportReading]?: ImportReading[K] | undefined };

/** How many rows are examined for their decimal sign. */
const SAMPLE_ROWS = 500;

/** Returns a file's table, and how it is read: as chosen, and the rest as detected. */
export function settleReading(kind: ImportKind, content: string, chosen: Chosen): Settled {
  const separator = chosen.separator ?? separatorOf(content);
  const { table, fault } = parseTable(content, separator);
  const [header = [], ...rows] = table ?? [];
  const columns = chosen.columns ?? guessColumns(kind, COLUMN_NAMES[kind], header);
  const decimals = DECIMAL_NAMES.flatMap((name) => (columns[name] === undefined ? [] : [columns[name] - 1]));
  const cells = rows.slice(0, SAMPLE_ROWS).flatMap((row) => decimals.map((at) => row[at] ?? ""));
  const reading = { separator, columns, decimalSign: chosen.decimalSign ?? guessDecimalSign(cells, separator) };
  return fault ? { fault, reading } : { table, reading };
}
