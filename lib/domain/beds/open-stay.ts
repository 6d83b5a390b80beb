import type { Tx } from "@/lib/platform/db/db";

/** From `now` on the patient lies in this bed: a row that occupancy over time is counted from. */
export async function openStay(tx: Tx, booking: { id: string; hospitalId: string }, bed: { id: string; wardId: string }, now: Date): Promise<void> {
  const data = { hospitalId: booking.hospitalId, wardId: bed.wardId, bedId: bed.id, bookingId: booking.id, startsAt: now };
  await tx.bedStay.create({ data, select: { id: true } });
}
