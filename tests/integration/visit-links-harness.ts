import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { makeLinks } from "@/lib/domain/visit-links/make-links";
import { db } from "@/lib/platform/db/db";
import { visitIn } from "./reminders-harness";

type Options = { minutes?: number; notice?: number; phone?: string };

/** A visit tomorrow at a hospital, and the token of a link to it: of its patient's account, or of their phone without one. */
export async function linkedVisit({ minutes = 2 * 1440, notice = 0, phone }: Options = {}) {
  const visit = await visitIn(minutes, { cancellationNoticeMinutes: notice });
  const { id, patientId, patient } = visit;
  if (phone) {
    await db.patientAccess.deleteMany({ where: { patientId } });
    await db.patient.update({ where: { id: patientId }, data: { phone } });
  }
  const { startsAt } = await db.appointment.findUniqueOrThrow({ where: { id } });
  const [link = ""] = await inSqlTransaction(SYSTEM_ACTOR, (tx) =>
    makeLinks(tx, [
      { appointmentId: id, startsAt, purpose: "REMINDER", ...(phone ? { phone } : { userId: patient.user.id }) },
    ]),
  );
  return { ...visit, link, token: link.split("#")[1] ?? "" };
}

export const statusOf = (id: string) =>
  db.appointment.findUniqueOrThrow({
    where: { id },
    select: { status: true, startsAt: true, version: true, attendanceConfirmedAt: true },
  });
