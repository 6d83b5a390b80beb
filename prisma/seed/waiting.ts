import { giveNumber } from "@/lib/domain/queues/give-number";
import type { Tx } from "@/lib/platform/db/db";
import type { Demo } from "./demo";

/** Numbers for those who wait, in the order in which they came, and a room for each doctor they wait for. */
export async function writeWaiting(tx: Tx, { appointments }: Demo): Promise<void> {
  const here = await tx.appointment.findMany({
    where: { id: { in: appointments.flatMap(({ id, status }) => (status === "CHECKED_IN" && id ? [id] : [])) } },
    orderBy: [{ checkedInAt: "asc" }, { id: "asc" }],
    select: { id: true, doctorId: true, hospitalId: true, startsAt: true, mode: true },
  });
  for (const one of here) await giveNumber(tx, one, "DESK");
  const queues = await tx.waitingQueue.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  for (const [index, { id }] of queues.entries())
    await tx.waitingQueue.update({ where: { id }, data: { room: `Room ${index + 1}` } });
}
