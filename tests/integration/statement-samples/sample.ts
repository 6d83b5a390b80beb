import type { Prisma } from "@/lib/platform/db/db";
import type { Sql } from "@/lib/platform/db/sql";
import type { Statement } from "@/lib/platform/db/statement";

/** A statement with arguments it can run with. */
export type Sample = { statement: unknown; text: () => Prisma.Sql };

/** One for each shape a statement's text can take. */
export function sample<Arguments extends unknown[]>(
  statement: Statement<Arguments, unknown, Sql>,
  ...args: Arguments
): Sample {
  return { statement, text: () => statement.text(...args) };
}
