import { readFileSync } from "node:fs";

/** How docs/operations.md prepares a database, for psql. */
export function preparation(): string {
  const block = /```sql\n(CREATE ROLE[\s\S]*?)```/.exec(readFileSync("docs/operations.md", "utf8"))?.[1];
  if (!block) throw new Error("docs/operations.md no longer says how to prepare a database");
  return block;
}
