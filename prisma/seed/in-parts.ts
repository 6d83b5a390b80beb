const MAX_ROWS = 400;

/** Inserts rows in statements of a bounded size. */
export async function inParts<T>(rows: T[], insert: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += MAX_ROWS) await insert(rows.slice(at, at + MAX_ROWS));
}
