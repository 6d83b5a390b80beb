import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { notifiedOf, recordNews } from "@/lib/domain/contacts/record-news";
import { appointmentEvent } from "./events";
import { rolesFor } from "./policy";
import { getAppointmentIn, unsafeGetChanged, type ChangedAppointment } from "./queries";
import { isReschedulable } from "./rules";
import { shiftOf, type Shift } from "./rules-shift";

/**
 * Keeps a shifted visit where it is: the place's current clock time becomes the promised one, and the patient is
 * notified. A visit that has not shifted stays unchanged. Compare-and-swap on the version. Throws `not-found`,
 * `forbidden`, `invalid-transition` (it is not upcoming), `version-mismatch`.
 */
export function keepTime(actor: Actor, id: string, expectedVersion?: ExpectedVersion): Promise<ChangedAppointment> {
  return inTransaction(actor, async (tx) => {
    const before = await getAppointmentIn(tx, actor, id);
    requireVersion(before, expectedVersion);
    if (!rolesFor(actor, before).some((role) => role === "doctor" || role === "staff")) {
      throw new AppError("forbidden", "Only the practice can decide this.");
    }
    const shift = await readShift(tx, id);
    if (!shift) return { ...before, notified: null };
    if (!isReschedulable(before.status) || before.startsAt <= new Date()) {
      throw new AppError("invalid-transition", "Only upcoming appointments can be kept.", {
        extra: { from: before.status },
      });
    }
    const changed = await tx.appointment.updateMany({
      where: { id, version: before.version, status: before.status },
      data: { promisedOffsetMinutes: shift.offsetMinutes, version: { increment: 1 } },
    });
    if (changed.count === 0) throw versionMismatch();
    const row = await unsafeGetChanged(tx, id);
    const { patientId, doctorId, hospitalId } = row;
    const audit = {
      action: "appointment.keep-time",
      subject: "appointment",
      subjectId: id,
      patientId,
      doctorId,
      hospitalId,
      details: shift,
    };
    const reaches = await recordNews(tx, actor, audit, [appointmentEvent("appointment.time-kept", row)]);
    return { ...row, notified: notifiedOf(reaches) };
  });
}

async function readShift(tx: Tx, id: string): Promise<Shift | null> {
  const zone = { select: { timeZone: true } };
  const { startsAt, promisedOffsetMinutes, schedule, hospital, doctor } = await tx.appointment.findUniqueOrThrow({
    where: { id },
    select: { startsAt: true, promisedOffsetMinutes: true, schedule: zone, hospital: zone, doctor: zone },
  });
  return shiftOf(startsAt, promisedOffsetMinutes, (schedule ?? hospital ?? doctor).timeZone);
}
