import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { changeStatusIn } from "@/lib/domain/appointments/change-status";
import { unsafeGetChanged, type AppointmentRow } from "@/lib/domain/appointments/queries";
import { listQueueMoves } from "@/lib/domain/queues/queries";
import { notFound } from "@/lib/platform/errors/app-error";
import { findEntrance, whereAt } from "./queries";
import type { arriveForm } from "./schema";

/**
 * Says, with the code at the entrance, that the patient is here: checks them in, or marks them as arrived if they
 * checked in by phone. For the patient and those who book for them. Throws `not-found` (another's appointment, one at
 * another place, or a code that isn't in use), `invalid-transition` (too early, or over).
 */
export function arrive(
  actor: Actor,
  { appointmentId: id, code }: z.output<typeof arriveForm>,
): Promise<AppointmentRow> {
  return inTransaction(actor, async (tx) => {
    const entrance = await findEntrance(tx, code);
    const where = { id, patientId: { in: actor.patientIds } };
    if (!entrance || (await tx.appointment.count({ where: { ...where, ...whereAt(entrance) } })) === 0)
      throw notFound();
    const { patientId, doctorId, hospitalId } = await changeStatusIn(tx, actor, id, { status: "CHECKED_IN" });
    const { count } = await tx.queueTicket.updateMany({
      where: { appointmentId: id, arrivedBy: { not: "CODE" } },
      data: { arrivedBy: "CODE" },
    });
    if (count > 0) {
      const about = { subject: "appointment", subjectId: id, patientId, doctorId, hospitalId };
      await recordChange(tx, actor, { action: "appointment.arrive", ...about }, await listQueueMoves(tx, id));
    }
    return unsafeGetChanged(tx, id);
  });
}
