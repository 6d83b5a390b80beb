import { db, Prisma, type Tx } from "./db";

/**
 * Reads that must fit together: all see the rows of one moment, and `now()` is the same in each of them, which is also
 * what the views take for now. Nothing is to be written inside.
 */
export function inSnapshot<T>(read: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction(read, { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead });
}
