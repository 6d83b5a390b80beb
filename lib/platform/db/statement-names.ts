import { createHash } from "node:crypto";

/**
 * More kinds of statement than the code has. Lists of varying length (`VALUES …, …`) must not fill PostgreSQL's memory.
 */
const LIMIT = 400;
const names = new Map<string, string>();
let generation = 0;

/**
 * Returns a name for a statement, so that PostgreSQL parses and plans it once per connection instead of at every call.
 * Empty (an unnamed statement) after the first few hundred kinds.
 */
export function statementName({ sql }: { sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= LIMIT) return "";
  const name = createHash("sha256").update(`${generation}${sql}`).digest("base64url").slice(0, 24);
  names.set(sql, name);
  return name;
}

/** Renames every statement, so that connections plan all of them again after a table has changed. */
export function forgetStatements(): void {
  generation += 1;
  names.clear();
}
