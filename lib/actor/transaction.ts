import type { Tx } from "@/lib/platform/db/db";
import type { Sql } from "@/lib/platform/db/sql";
import {
  inSqlTransactionAs,
  inTransactionAs,
  type Acting,
  type AtLast,
  type LongTransactionOptions,
  type TransactionOptions,
} from "@/lib/platform/db/transaction";
import type { Actor } from "./actor";

/** What the policies of row-level security read (prisma/migrations): the account that acts, and as which doctor. */
function actingAs(actor: Actor): Acting {
  return {
    "app.actor": actor.userId ?? actor.via,
    "app.doctor": actor.doctorId ?? "",
  };
}

/** Runs `fn` in one transaction in which PostgreSQL knows who is acting; `inTransactionAs` says what else it promises. */
export function inTransaction<T>(
  actor: Actor,
  fn: (tx: Tx) => Promise<T>,
  options: LongTransactionOptions = {},
): Promise<T> {
  return inTransactionAs(actingAs(actor), fn, options);
}

/** The same on a connection itself; `inSqlTransactionAs` says when to use it. */
export function inSqlTransaction<T>(
  actor: Actor,
  fn: (tx: Sql, atLast: AtLast) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return inSqlTransactionAs(actingAs(actor), fn, options);
}
