import { db } from "@/lib/platform/db/db";
import { inBatches } from "@/lib/platform/jobs/in-batches";
import { fileStore } from "./chosen-store";

/** Twice as long as bytes may wait for their row, so that none are swept which something still claims. */
const UNCLAIMED_MS = 2 * 3_600_000;

/**
 * Removes stored bytes that nothing shows: those given up, and those that an interrupted upload left. Their row goes
 * last, so that an interrupted sweep is taken up again. Returns how many.
 */
export function sweepFiles(now: Date = new Date()): Promise<number> {
  const unclaimed = { claimedAt: null, createdAt: { lt: new Date(now.getTime() - UNCLAIMED_MS) } };
  const listDue = (take: number) =>
    db.storedFile.findMany({
      where: { OR: [{ releasedAt: { not: null } }, unclaimed] },
      orderBy: { id: "asc" },
      take,
      select: { id: true },
    });
  return inBatches(listDue, async ({ id }) => {
    await fileStore().remove(id);
    return (await db.storedFile.deleteMany({ where: { id } })).count;
  });
}
