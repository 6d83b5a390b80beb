import type { Tx } from "@/lib/platform/db/db";
import { isRightGone } from "@/lib/platform/db/driver-error";
import type { Sql } from "@/lib/platform/db/sql";
import {
  inSqlTransactionAs,
  inTransactionAs,
  type Acting,
  type AtLast,
  type LongTransactionOptions,
  type TransactionOptions,
} from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors/app-error";
import type { Actor } from "./actor";

/**
 * What the policies of row-level security read (prisma/migrations): the account that acts, and as which doctor; or the
 * opening of a link.
 */
function actingAs(actor: Actor): Acting {
  return {
    "app.actor": actor.userId ?? actor.via,
    "app.doctor": actor.doctorId ?? "",
    ...(actor.openingId === undefined ? {} : { "app.link": actor.openingId }),
  };
}

/**
 * Runs `fn` in one transaction in which PostgreSQL knows who is acting; `inTransactionAs` says what else it promises. Throws
 * `not-found` when the right to what `fn` reads or writes ends meanwhile: nothing of it is answered.
 */
export function inTransaction<T>(
  actor: Actor,
  fn: (tx: Tx) => Promise<T>,
  options: LongTransactionOptions = {},
): Promise<T> {
  return inTransactionAs(actingAs(actor), fn, options).catch(asMissing);
}

/** The same on a connection itself; `inSqlTransactionAs` says when to use it. */
export function inSqlTransaction<T>(
  actor: Actor,
  fn: (tx: Sql, atLast: AtLast) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return inSqlTransactionAs(actingAs(actor), fn, options).catch(asMissing);
}

function asMissing(error: unknown): never {
  throw isRightGone(error) ? notFound() : error;
}
