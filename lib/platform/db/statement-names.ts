import { createHash } from "node:crypto";

/**
 * More kinds of statement than the code has. Lists of varying length (`VALUES …, …`) must not fill PostgreSQL's memory.
 */
const LIMIT = 400;
const names = new Map<string, string>();
let generation = 0;

// A build contains this file once for each page, and only one of these copies makes the pool.
const KEY = Symbol.for("caresync.statements-unnamed");
const holder = globalThis as typeof globalThis & { [KEY]?: boolean };

/**
 * Returns a name for a statement, so that PostgreSQL parses and plans it once per connection instead of at every call.
 * Empty (an unnamed statement) after the first few hundred kinds, and behind a pooler, where the next call meets another
 * connection.
 */
export function statementName({ sql }: { sql: string }): string {
  if (holder[KEY]) return "";
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= LIMIT) return "";
  const name = createHash("sha256").update(`${generation}${sql}`).digest("base64url").slice(0, 24);
  names.set(sql, name);
  return name;
}

/** Behind a pooler statements have no names. */
export function nameStatements(areNamed: boolean): void {
  holder[KEY] = !areNamed;
}

/** Renames every statement, so that connections plan all of them again after a table has changed. */
export function forgetStatements(): void {
  generation += 1;
  names.clear();
}
