/** The mark by which spreadsheets recognise UTF-8. */
export const UTF8_MARK = "\ufeff";

/** Prefixes a cell that looks like a formula, so that a spreadsheet doesn't evaluate it. */
export function harmlessCell(cell: string): string {
  return /^\s*[=+\-@\t\r|]/.test(cell) ? `'${cell}` : cell;
}

/** Returns a line of a CSV file as RFC 4180 has it, with its end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(",")}\r\n`;
}

function quoted(cell: string): string {
  return /[",;\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
