import type pg from "pg";
import { currentRequest } from "@/lib/platform/log/request-context";
import { traced } from "@/lib/platform/tracing/trace";
import { db, Prisma, type Tx } from "./db";
import { isRetryable } from "./driver-error";
import { pool } from "./pool";
import { sqlOn, type Sql } from "./sql";

/** What PostgreSQL knows about who is acting, by the names row-level security reads. */
export type Acting = Readonly<Record<`app.${string}`, string>>;

const ATTEMPTS = 5;
/** How long one statement of a transaction may take, waiting for locks included; reads outside one have less. */
const STATEMENT_MS = 15_000;

export type TransactionOptions = {
  /** Things to lock for the length of the transaction, e.g. `account:<id>`; taken in sorted order, so never a deadlock. */
  locks?: string[];
};

/** Options of a long transaction. */
export type LongTransactionOptions = TransactionOptions & {
  /** How long it may take before it is rolled back; 15 seconds by default. */
  timeoutMs?: number;
};

/**
 * Runs `fn` in one READ COMMITTED transaction that tells PostgreSQL who is acting (row-level security reads it).
 * Advisory locks are taken before the first read, so `fn` reads what the last holder committed. A deadlock or
 * serialization failure is retried, five times at most; `fn` must therefore have no external effects.
 */
export async function inTransactionAs<T>(
  acting: Acting,
  fn: (tx: Tx) => Promise<T>,
  options: LongTransactionOptions = {},
): Promise<T> {
  const opening = openingStatement(acting, options);
  const limit = String(options.timeoutMs ?? STATEMENT_MS);
  return tryAgain(() =>
    db.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT set_config('statement_timeout', ${limit}, true)`;
        await tx.$queryRaw(opening);
        return fn(tx);
      },
      options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs },
    ),
  );
}

/** Sends a last statement together with the COMMIT and waits for both; if it fails, the transaction fails. */
export type AtLast = (statement: Promise<unknown>) => void;

/**
 * Does the same on a raw connection, for the few use cases called so often that Prisma's overhead matters. Raw SQL
 * only. The opening travels with the first statement of `fn`, which PostgreSQL runs once it has the locks. No statement
 * takes longer than 15 seconds, waiting included.
 */
export async function inSqlTransactionAs<T>(
  acting: Acting,
  fn: (tx: Sql, atLast: AtLast) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const opening = openingStatement(acting, options);
  return tryAgain(async () => {
    const connection = await pool().connect();
    let isClean = false;
    try {
      const result = await attemptOn(connection, opening, fn);
      isClean = true;
      return result;
    } catch (error) {
      // If even this fails, the connection is gone and the transaction with it; the first error is the cause.
      isClean = await connection.query("ROLLBACK").then(
        () => true,
        () => false,
      );
      throw error;
    } finally {
      connection.release(!isClean); // don't reuse a connection in an unknown state
    }
  });
}

async function attemptOn<T>(
  connection: pg.PoolClient,
  opening: Prisma.Sql,
  fn: (tx: Sql, atLast: AtLast) => Promise<T>,
): Promise<T> {
  const last: Promise<unknown>[] = [];
  const atLast: AtLast = (statement) => {
    statement.catch(() => undefined); // awaited below
    last.push(statement);
  };
  atLast(
    Promise.all([
      connection.query(`BEGIN; SET LOCAL statement_timeout = ${STATEMENT_MS}`),
      sqlOn(connection).$queryRaw(opening),
    ]),
  );
  const { tx, close } = closable(connection);
  const work = await fn(tx, atLast).then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
  close();
  // If the opening failed, that is the cause; errors in `fn` only followed from it.
  if ("error" in work) {
    await last[0];
    throw work.error;
  }
  const ended = connection.query("COMMIT");
  atLast(ended);
  await Promise.all(last);
  // PostgreSQL ends a transaction with a failed statement by rolling it back, without an error.
  if ((await ended).command !== "COMMIT") throw new Error("a statement failed, and its transaction went on");
  return work.result;
}

/** Refuses statements after the transaction has ended, because they would run outside it. */
function closable(connection: pg.PoolClient): { tx: Sql; close(): void } {
  let isOver = false;
  const query = async (statement: pg.QueryConfig) => {
    if (isOver) throw new Error("the transaction is over");
    return connection.query(statement);
  };
  return { tx: sqlOn({ query }), close: () => void (isOver = true) };
}

function tryAgain<T>(attempt: () => Promise<T>): Promise<T> {
  let count = 0;
  const about = () => ({ name: "transaction", attributes: { "db.system.name": "postgresql", attempts: count } });
  return traced(currentRequest()?.requestId, about, async () => {
    for (count = 1; ; count++) {
      try {
        return await attempt();
      } catch (error) {
        if (count >= ATTEMPTS || !isRetryable(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** count * Math.random()));
      }
    }
  });
}

function openingStatement(acting: Acting, options: TransactionOptions): Prisma.Sql {
  const locks = [...new Set(options.locks ?? [])].sort();
  const settings = Prisma.join(
    Object.entries(acting).map(([name, value]) => Prisma.sql`set_config(${name}, ${value}, true)`),
  );
  if (locks.length === 0) return Prisma.sql`SELECT ${settings}`;
  // MATERIALIZED prevents reordering: one lock after the other, in the given order.
  return Prisma.sql`WITH l AS MATERIALIZED (
      SELECT pg_advisory_xact_lock(hashtextextended(k, 0)) FROM unnest(${locks}::text[]) WITH ORDINALITY AS t(k, n) ORDER BY n
    ) SELECT (SELECT count(*)::int FROM l) AS "locked", ${settings}`;
}
