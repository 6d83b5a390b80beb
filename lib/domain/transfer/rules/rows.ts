import { COLUMNS, columnsOf, identityOf, ROWS, Unreadable, type CellContext, type RowOf } from "./cells";
import { faultAt, MAX_ROWS, type ImportFault, type ImportReading } from "../schema";
import type { ImportKind } from "../status";

/** What the hospital already has, by `keyOf`, and what rows may refer to, by `nameKey`. */
export type Existing = { taken: ReadonlySet<string>; names: ReadonlyMap<string, string> };

export type ReadRows<K extends ImportKind = ImportKind> = {
  rows: RowOf<K>[];
  /** The number of each of them in the file. */
  lines: number[];
  rowCount: number;
  faults: ImportFault[];
};

export type FilledRow = { cells: string[]; row: number };

/** Returns the non-empty rows below the header, with their spreadsheet row numbers. */
export function filledRows([, ...lines]: string[][]): FilledRow[] {
  return lines.flatMap((cells, index) => (cells.some((cell) => cell.trim() !== "") ? [{ cells, row: index + 2 }] : []));
}

/**
 * Reads a table's rows as chosen, with every error: a required column that is missing, a cell the API would not accept,
 * a duplicate row, something the hospital already has, an unknown department or ward. Unselected columns and empty
 * lines are skipped. Pure.
 */
export function readRows<K extends ImportKind>(
  kind: K,
  table: string[][],
  reading: Omit<ImportReading, "separator">,
  existing: Existing,
): ReadRows<K> {
  const filled = filledRows(table);
  const missing = missingColumns(kind, reading.columns);
  if (missing.length > 0)
    return {
      rows: [],
      lines: [],
      rowCount: filled.length,
      faults: missing.map((name) => faultAt(1, name, "The column is missing")),
    };
  if (filled.length === 0)
    return { rows: [], lines: [], rowCount: 0, faults: [faultAt(1, null, "The file has no rows below its header")] };
  if (filled.length > MAX_ROWS)
    return {
      rows: [],
      lines: [],
      rowCount: filled.length,
      faults: [faultAt(MAX_ROWS + 2, null, `A file has at most ${MAX_ROWS} rows`)],
    };
  const seen = new Map<string, number>();
  const rows: RowOf<K>[] = [];
  const lines: number[] = [];
  const faults: ImportFault[] = [];
  const width = table[0]?.length ?? 0;
  for (const { cells, row } of filled) {
    const line = {
      row,
      said: valuesOf(cells, reading.columns),
      isTooLong: cells.slice(width).some((cell) => cell.trim() !== ""),
    };
    const read = readLine(kind, line, { decimalSign: reading.decimalSign, names: existing.names });
    const found = read.value ? checkRow(kind, read.value, line, seen, existing) : read.faults;
    if (read.value && found.length === 0) {
      rows.push(read.value);
      lines.push(row);
    }
    faults.push(...found);
  }
  return { rows, lines, rowCount: filled.length, faults };
}

/** Returns the required columns that are missing in the file. */
export function missingColumns(kind: ImportKind, columns: Record<string, number>): string[] {
  return columnsOf(kind).flatMap(({ name, isRequired }) => (isRequired && columns[name] === undefined ? [name] : []));
}

/** Returns a row's values by column; an empty cell has none. */
function valuesOf(cells: string[], columns: Record<string, number>): Record<string, string> {
  const said = Object.entries(columns).map(([name, at]) => [name, cells[at - 1] ?? ""] as const);
  return Object.fromEntries(said.filter(([, cell]) => cell.trim() !== ""));
}

type Line = { row: number; said: Record<string, string>; isTooLong: boolean };

function readLine<K extends ImportKind>(
  kind: K,
  line: Line,
  context: Omit<CellContext, "row">,
): { value?: RowOf<K>; faults: ImportFault[] } {
  const { row, said } = line;
  if (line.isTooLong)
    return {
      faults: [
        faultAt(row, null, "The row has more cells than columns. Is there a separator in a cell without quotes?"),
      ],
    };
  const columns = Object.entries(COLUMNS[kind]);
  const messages = new Map<string, string>();
  const input: Record<string, unknown> = {};
  for (const [name, { path, isRequired, read }] of columns) {
    const cell = said[name];
    if (cell === undefined) {
      if (isRequired) messages.set(name, "Must not be empty");
      continue;
    }
    const value = read(cell, { ...context, row: said });
    if (value instanceof Unreadable) messages.set(name, value.message);
    else put(input, path, value);
  }
  if (said.daily_rate !== undefined && said.currency === undefined)
    messages.set("currency", "An amount needs a currency such as EUR");
  // A currency without an amount means nothing for the ward.
  if (said.currency !== undefined && said.daily_rate === undefined) put(input, ["dailyRate", "amountMinor"], 0);
  const parsed = ROWS[kind].safeParse(input);
  for (const { path, message } of parsed.error?.issues ?? []) {
    const name = columns.find(([, column]) => column.path.every((part, at) => path[at] === part))?.[0];
    // One error per cell: the first is enough. An error without a column follows from one that has it.
    if (name !== undefined && !messages.has(name)) messages.set(name, message);
    else if (messages.size === 0) return { faults: [faultAt(row, null, message)] };
  }
  if (messages.size === 0 && parsed.success)
    return { value: withoutEmptyRate(parsed.data, said) as RowOf<K>, faults: [] };
  return {
    faults: columns.flatMap(([name]) =>
      messages.has(name) ? [faultAt(row, name, messages.get(name) ?? "", said[name])] : [],
    ),
  };
}

function put(input: Record<string, unknown>, [field, inner]: readonly [string, ...string[]], value: unknown): void {
  if (inner === undefined) input[field] = value;
  else input[field] = { ...(input[field] as object | undefined), [inner]: value };
}

function withoutEmptyRate(row: object, said: Record<string, string>): object {
  return "dailyRate" in row && said.daily_rate === undefined ? { ...row, dailyRate: null } : row;
}

const THERE: Partial<Record<ImportKind, string>> = {
  DOCTORS: "Has already been invited",
  STAFF: "Works here already, or has already been invited",
  PATIENTS: "Belongs to one of your patients already",
};

function checkRow(
  kind: ImportKind,
  value: Record<string, unknown>,
  { row, said }: Line,
  seen: Map<string, number>,
  { taken }: Existing,
): ImportFault[] {
  const { key, column } = identityOf(kind, value);
  const before = seen.get(key);
  if (before === undefined) seen.set(key, row);
  const same = before === undefined ? [] : [faultAt(row, column, `Same as in row ${before}`, said[column])];
  const there = THERE[kind] ?? "Already exists";
  return taken.has(key) ? [...same, faultAt(row, column, there, said[column])] : same;
}
