import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordNews } from "@/lib/domain/contacts/record-news";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { appointmentEvent } from "./events";
import { rolesFor } from "./policy";
import { getAppointmentIn, unsafeGetChanged, type AppointmentRow } from "./queries";

/**
 * Says that the patient will come: by themselves or those who book for them, or by the practice, which has asked them. A call
 * about this appointment that is still to be made is no longer needed. Saying it again is fine. Throws `not-found`, `forbidden`,
 * `invalid-transition`, `version-mismatch`.
 */
export function confirmAttendance(
  actor: Actor,
  id: string,
  expectedVersion?: ExpectedVersion,
): Promise<AppointmentRow> {
  return inTransaction(actor, async (tx) => {
    const now = new Date();
    const before = await getAppointmentIn(tx, actor, id);
    if (rolesFor(actor, before).length === 0)
      throw new AppError("forbidden", "You can read this appointment, not change it.");
    requireVersion(before, expectedVersion);
    if (before.attendanceConfirmedAt !== null && before.status === "CONFIRMED") return before;
    if (before.status !== "CONFIRMED" || before.startsAt <= now)
      throw new AppError("invalid-transition", "Only confirmed appointments that are still to come can be confirmed.", {
        extra: { from: before.status },
      });
    if (before.needsRebooking)
      throw new AppError("invalid-transition", "This appointment needs another time before anyone can confirm it.");
    const { count } = await tx.appointment.updateMany({
      where: { id, version: before.version, status: before.status },
      data: { attendanceConfirmedAt: now, version: { increment: 1 } },
    });
    if (count === 0) throw versionMismatch();
    const row = await unsafeGetChanged(tx, id);
    const { patientId, doctorId, hospitalId } = row;
    const audit = {
      action: "appointment.confirm-attendance",
      subject: "appointment",
      subjectId: id,
      ...{ patientId, doctorId, hospitalId },
    };
    await recordNews(tx, actor, audit, [appointmentEvent("appointment.attendance-confirmed", row)]);
    return row;
  });
}
