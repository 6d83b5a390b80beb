import type { Actor } from "@/lib/platform/auth/actor";
import { db, Prisma, type Tx } from "./db";
import { isRetryable } from "./driver-error";

const ATTEMPTS = 5;

export type TransactionOptions = {
  /** Things to lock for the length of the transaction, e.g. `doctor:<id>`; taken in sorted order, so never a deadlock. */
  locks?: string[];
};

/**
 * Runs `fn` in one READ COMMITTED transaction that tells PostgreSQL who is acting (row-level security reads it).
 * Advisory locks come before the first read, so what `fn` reads is what the last holder of the lock committed.
 * A deadlock or serialization failure is tried again, five times at most; `fn` must therefore have no outside effects.
 */
export async function inTransaction<T>(actor: Actor, fn: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  const opening = openingStatement(actor, [...new Set(options.locks ?? [])].sort());
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(async (tx) => {
        await tx.$queryRaw(opening);
        return await fn(tx);
      });
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** attempt * Math.random()));
    }
  }
}

function openingStatement(actor: Actor, locks: string[]): Prisma.Sql {
  const settings = Prisma.sql`set_config('app.actor', ${actor.userId ?? actor.via}, true),
    set_config('app.doctor', ${actor.doctorId ?? ""}, true),
    set_config('app.patients', ${actor.patientIds.join(",")}, true)`;
  if (locks.length === 0) return Prisma.sql`SELECT ${settings}`;
  // MATERIALIZED keeps the planner from reordering: one lock after the other, in the order given.
  return Prisma.sql`WITH l AS MATERIALIZED (
      SELECT pg_advisory_xact_lock(hashtextextended(k, 0)) FROM unnest(${locks}::text[]) WITH ORDINALITY AS t(k, n) ORDER BY n
    ) SELECT (SELECT count(*)::int FROM l) AS "locked", ${settings}`;
}
