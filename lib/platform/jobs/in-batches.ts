const BATCH = 100;

/**
 * Handles everything that is due, a hundred at a time: after hours without a timer there is more than fits into memory.
 * What is handled must no longer be due. Returns the sum of what `handle` counted.
 */
export async function inBatches<T>(
  listDue: (limit: number) => Promise<T[]>,
  handle: (one: T) => Promise<number>,
): Promise<number> {
  let count = 0;
  for (;;) {
    const due = await listDue(BATCH);
    for (const one of due) count += await handle(one);
    if (due.length < BATCH) return count;
  }
}

/** The query for what nobody answered in time, the oldest first. */
export function unanswered(now: Date, take: number) {
  return {
    where: { status: "PENDING", expiresAt: { lte: now } },
    orderBy: { expiresAt: "asc" },
    take,
    select: { id: true },
  } as const;
}

/** So few at once that no one waits for their locks. */
const REMOVED_AT_ONCE = 1_000;

/** Removes everything that `remove` finds, so many at a time; returns how many. */
export async function removeInBatches(remove: (limit: number) => Promise<number>): Promise<number> {
  let count = 0;
  for (;;) {
    const removed = await remove(REMOVED_AT_ONCE);
    count += removed;
    if (removed < REMOVED_AT_ONCE) return count;
  }
}
