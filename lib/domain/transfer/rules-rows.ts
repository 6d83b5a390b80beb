import { CELLS, KEY_COLUMNS, REFERENCES, columnsOf, keyOf, type RowOf } from "./rules-cells";
import { MAX_ROWS, type ImportFault } from "./schema";
import type { ImportKind } from "./status";

/** What the hospital has already, by `keyOf`, and what its rows may refer to, by lower-case name. */
export type Existing = { taken: ReadonlySet<string>; names: ReadonlyMap<string, string> };

export type ReadRows<K extends ImportKind = ImportKind> = { rows: RowOf<K>[]; rowCount: number; faults: ImportFault[] };

type Header = { columns: (string | null)[]; faults: ImportFault[] };

/**
 * The rows of a table whose first line names the columns, in any order, and every fault there is: an unknown or missing
 * column, a cell that cannot be understood, a row that is there twice, something the hospital has already, a department
 * or ward it does not have. Empty lines are passed over. Pure.
 */
export function readRows<K extends ImportKind>(kind: K, table: string[][], existing: Existing): ReadRows<K> {
  const [first = [], ...lines] = table;
  const header = readHeader(kind, first);
  const filled = lines.flatMap((cells, index) => (cells.some((cell) => cell.trim() !== "") ? [{ cells, row: index + 2 }] : []));
  if (header.faults.length > 0) return { rows: [], rowCount: filled.length, faults: header.faults };
  if (filled.length === 0) return { rows: [], rowCount: 0, faults: [{ row: 1, column: null, message: "The file has no rows below its header" }] };
  if (filled.length > MAX_ROWS) {
    return { rows: [], rowCount: filled.length, faults: [{ row: MAX_ROWS + 2, column: null, message: `A file has at most ${MAX_ROWS} rows` }] };
  }
  const seen = new Map<string, number>();
  const rows: RowOf<K>[] = [];
  const faults: ImportFault[] = [];
  for (const { cells, row } of filled) {
    const read = readLine(kind, header, cells, row);
    const found = read.value ? judgeRow(kind, read.value, row, seen, existing) : read.faults;
    if (read.value && found.length === 0) rows.push(read.value);
    faults.push(...found);
  }
  return { rows, rowCount: filled.length, faults };
}

/** Spreadsheets write `Crew phone`, programs `crew_phone`. */
function columnName(typed: string): string {
  return typed.trim().toLowerCase().replace(/[\s-]+/g, "_");
}

function readHeader(kind: ImportKind, first: string[]): Header {
  const known = columnsOf(kind);
  const faults: ImportFault[] = [];
  const names = first.map(columnName);
  const columns = names.map((name, index) => {
    if (name === "") return null;
    if (!known.some((column) => column.name === name)) {
      faults.push({ row: 1, column: null, message: `Column ${index + 1} is none of ${known.map((column) => column.name).join(", ")}` });
      return null;
    }
    if (names.indexOf(name) !== index) faults.push({ row: 1, column: name, message: "The column is there twice" });
    return name;
  });
  for (const { name, isRequired } of known) {
    if (isRequired && !names.includes(name)) faults.push({ row: 1, column: name, message: "The column is missing" });
  }
  return { columns, faults };
}

function readLine<K extends ImportKind>(kind: K, { columns }: Header, cells: string[], row: number): { value?: RowOf<K>; faults: ImportFault[] } {
  const record: Record<string, string> = {};
  for (const [index, cell] of cells.entries()) {
    const column = columns[index];
    if (column && cell.trim() !== "") record[column] = cell;
    else if (index >= columns.length && cell.trim() !== "") {
      return { faults: [{ row, column: null, message: "The row has more cells than there are columns; is a separator inside a cell without quotes?" }] };
    }
  }
  const parsed = CELLS[kind].safeParse(record);
  if (parsed.success) return { value: parsed.data as RowOf<K>, faults: [] };
  // One fault a cell: the first says enough.
  const byColumn = new Map(parsed.error.issues.toReversed().map(({ path, message }) => [String(path[0]), message]));
  const inOrder = columns.flatMap((column) => (column !== null && byColumn.has(column) ? [column] : []));
  return { faults: inOrder.map((column) => ({ row, column, message: record[column] === undefined ? "Must not be empty" : (byColumn.get(column) ?? "") })) };
}

function judgeRow(kind: ImportKind, value: Record<string, unknown>, row: number, seen: Map<string, number>, { taken, names }: Existing): ImportFault[] {
  const faults: ImportFault[] = [];
  const column = KEY_COLUMNS[kind].at(-1) ?? null;
  const key = keyOf(kind, value);
  const before = seen.get(key);
  if (before !== undefined) faults.push({ row, column, message: `Is the same as in row ${before}` });
  else seen.set(key, row);
  if (taken.has(key)) faults.push({ row, column, message: kind === "DOCTORS" ? "Has been invited already" : "Is there already" });
  const reference = REFERENCES[kind];
  const named = reference ? value[reference] : undefined;
  if (reference && typeof named === "string" && !names.has(named.toLocaleLowerCase("en"))) {
    faults.push({ row, column: reference, message: `The hospital has no ${reference} of this name` });
  }
  const { latitude, longitude } = value;
  if ((latitude === undefined) !== (longitude === undefined)) {
    faults.push({ row, column: latitude === undefined ? "latitude" : "longitude", message: "Give latitude and longitude, or neither" });
  }
  return faults;
}
