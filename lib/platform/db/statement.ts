import type { Prisma } from "@prisma/client";
import type { Sql } from "./sql";

/** PostgreSQL's types that statements return, by the value each is read as. `enum` is any of ours. */
type Kinds = {
  bool: boolean;
  bpchar: string;
  bytea: Uint8Array;
  date: Date;
  enum: string;
  float8: number;
  int4: number;
  int8: bigint;
  json: unknown;
  jsonb: unknown;
  text: string;
  timestamptz: Date;
  uuid: string;
};
/** One of them, or an array of it; `?` marks what may be NULL. */
export type Kind = `${keyof Kinds}${"" | "[]"}${"" | "?"}`;
/** A column whose values are known more closely than by PostgreSQL's type. */
type Typed<T, K extends Kind = Kind> = { kind: K; readonly is?: T };
type Columns = Readonly<Record<string, Kind | Typed<unknown>>>;

type Value<C> =
  C extends Typed<infer T>
    ? T
    : C extends `${infer K}?`
      ? Value<K> | null
      : C extends `${infer K}[]`
        ? Value<K>[]
        : C extends keyof Kinds
          ? Kinds[C]
          : never;
type Row<C extends Columns> = { -readonly [K in keyof C]: Value<C[K]> };

/** What a statement that only reads needs. */
export type Reading = Pick<Sql, "$queryRaw">;

/** A statement: call it with a client or a transaction and its own arguments. Its parts are for the test that runs each. */
export type Statement<Arguments extends unknown[], Result, Client = Reading> = {
  (client: Client, ...args: Arguments): Promise<Result>;
  /** Null of a statement that only writes. */
  readonly columns: Columns | null;
  readonly text: (...args: Arguments) => Prisma.Sql;
};

/** What one row of a statement holds. */
export type RowOf<S> = S extends Statement<never, (infer R)[]> ? R : never;

/** Declares a column of such values, e.g. of an enumeration: `typed<WardKind>("text")`. */
export function typed<T>(kind: Kind): Typed<T> {
  return { kind };
}

/**
 * Declares a statement that returns rows of these columns. tests/integration/statements.test.ts runs each against
 * PostgreSQL and compares what comes back with them.
 */
export function statement<const C extends Columns, Arguments extends unknown[]>(
  columns: C,
  text: (...args: Arguments) => Prisma.Sql,
): Statement<Arguments, Row<C>[]> {
  const run = (client: Reading, ...args: Arguments) => client.$queryRaw<Row<C>[]>(text(...args));
  return Object.assign(run, { columns, text });
}

/** Declares a statement that only writes; it returns how many rows it has written. */
export function command<Arguments extends unknown[]>(
  text: (...args: Arguments) => Prisma.Sql,
): Statement<Arguments, number, Sql> {
  const run = (client: Sql, ...args: Arguments) => client.$executeRaw(text(...args));
  return Object.assign(run, { columns: null, text });
}
