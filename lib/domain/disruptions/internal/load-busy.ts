import { db } from "@/lib/platform/db/db";
import { instantText } from "@/lib/platform/time/iso-text";

/** When patients have something else from now on: a function of the patient. */
export async function loadBusy(patientIds: string[], exceptIds: string[], now: Date) {
  const rows = await db.appointment.findMany({
    where: {
      patientId: { in: patientIds },
      id: { notIn: exceptIds },
      endsAt: { gt: now },
      status: { in: ["PENDING", "CONFIRMED", "CHECKED_IN", "IN_PROGRESS"] },
    },
    select: { patientId: true, startsAt: true, endsAt: true },
  });
  const spans = rows.map((row) => ({
    patientId: row.patientId,
    // As slots write them, so that those that touch don't overlap.
    start: instantText(row.startsAt),
    end: instantText(row.endsAt),
  }));
  return (patientId: string) => spans.filter((span) => span.patientId === patientId);
}
