import pg from "pg";
import { Prisma } from "@prisma/client";
import { pool } from "./pool";
import { statementName } from "./statement-names";

type Text = TemplateStringsArray | Prisma.Sql;

/**
 * Runs raw SQL: Prisma's client, one of its transactions, or, at a third of the cost, a raw connection (`sql`,
 * `inSqlTransaction`). All return the same rows, except `numeric`, which a raw connection returns as text.
 */
export type Sql = {
  $queryRaw<T = unknown>(text: Text, ...values: unknown[]): Promise<T>;
  $executeRaw(text: Text, ...values: unknown[]): Promise<number>;
};

const INT8 = 20;
const DATE = 1082;

/** As Prisma reads them: 64-bit integers as bigint, dates as midnight UTC. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") => {
    if (oid === INT8) return (text: string) => BigInt(text);
    if (oid === DATE) return (text: string) => new Date(`${text}T00:00:00Z`);
    return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
  },
};

function statementOf(text: Text, values: unknown[]): pg.QueryConfig {
  const statement = "raw" in text ? Prisma.sql(text, ...values) : text;
  const written = statement.text;
  return { name: statementName({ sql: written }), text: written, values: statement.values, types };
}

/** Runs statements on one connection or, given the pool, each on any free one. */
export function sqlOn(connection: { query(statement: pg.QueryConfig): Promise<pg.QueryResult> }): Sql {
  return {
    async $queryRaw<T>(text: Text, ...values: unknown[]) {
      return (await connection.query(statementOf(text, values))).rows as T;
    },
    async $executeRaw(text, ...values) {
      return (await connection.query(statementOf(text, values))).rowCount ?? 0;
    },
  };
}

/** For reads and single statements outside a transaction that are called too often to pay Prisma's overhead. */
export const sql: Sql = {
  $queryRaw: (text, ...values) => sqlOn(pool()).$queryRaw(text, ...values),
  $executeRaw: (text, ...values) => sqlOn(pool()).$executeRaw(text, ...values),
};
