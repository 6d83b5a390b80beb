import { db, Prisma, type Tx } from "./db";

/**
 * Runs reads that must be consistent: all see the rows of one moment, and `now()` is the same in each of them, also for
 * the views. `read` must not write.
 */
export function inSnapshot<T>(read: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction(read, { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead });
}
