import type { Tx } from "@/lib/platform/db/db";
import { plannedStays } from "../statements";

/** Notes the reservations that a stored closing affects, so that their patients are told; those noted before stay as they are. */
export async function tellLater(tx: Tx, closureId: string): Promise<number> {
  const planned = await plannedStays(tx, { closureIds: [closureId] });
  const { count } = await tx.wardClosureStay.createMany({
    data: planned.map(({ id, bedId }) => ({ closureId, bookingId: id, bedId })),
    skipDuplicates: true,
  });
  return count;
}
