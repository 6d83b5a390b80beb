import { bookOverbooked } from "@/lib/domain/appointments/book-overbooked";
import type { AppointmentRow } from "@/lib/domain/appointments/queries";
import { MAX_OVERBOOKED } from "@/lib/domain/queues/status";
import type { Actor } from "@/lib/actor/actor";
import { AppError } from "@/lib/platform/errors/app-error";
import { counted } from "@/lib/platform/text/counted";
import type { OverbookInput } from "./schema";

/**
 * Adds an urgent patient to today's queue of a doctor without a free time, checked in and first in line; a few a day. Throws
 * `quota-reached`, and the errors of `bookOverbooked`.
 */
export function overbookPatient(
  actor: Actor,
  { hospitalId, priority, ...input }: OverbookInput,
): Promise<AppointmentRow> {
  return bookOverbooked(actor, { ...input, hospitalId: hospitalId ?? null }, async (tx, id) => {
    const now = new Date();
    const { queueId } = await tx.queueTicket.update({
      where: { appointmentId: id },
      data: { priority, priorityAt: now },
      select: { queueId: true },
    });
    const { count } = await tx.waitingQueue.updateMany({
      where: { id: queueId, overbooked: { lt: MAX_OVERBOOKED } },
      data: { overbooked: { increment: 1 } },
    });
    if (count === 0) throw tooMany();
  });
}

function tooMany(): AppError {
  const most = counted(MAX_OVERBOOKED, "urgent patient");
  return new AppError("quota-reached", `Only ${most} a day can be added to what this doctor has booked.`, {
    extra: { quota: "overbooked", most: MAX_OVERBOOKED },
  });
}
