import type { Actor } from "@/lib/actor/actor";
import { getAppointment } from "@/lib/domain/appointments/queries";
import { db } from "@/lib/platform/db/db";
import { instantText } from "@/lib/platform/time/iso-text";
import { expectedAt, type Delay } from "./rules";

/**
 * Returns the delays that hold for these doctors now, the latest first: for the visit's page, the doctor's day, the desk
 * and the waiting room. `expectedAt` says what one means for an appointment. Patients see those that are announced.
 */
export async function listDelays(doctorIds: string[], now: Date): Promise<Delay[]> {
  const rows = await db.disruption.findMany({
    where: {
      doctorId: { in: doctorIds },
      kind: "LATE",
      status: { in: ["PREPARED", "ANNOUNCED"] },
      endsAt: { gt: now },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 1_000,
    select: {
      id: true,
      doctorId: true,
      hospitalId: true,
      lateMinutes: true,
      createdAt: true,
      endsAt: true,
      status: true,
    },
  });
  return rows.flatMap(({ doctorId, lateMinutes, createdAt, status, ...row }) =>
    doctorId === null
      ? []
      : { ...row, doctorId, minutes: lateMinutes ?? 0, since: createdAt, isAnnounced: status === "ANNOUNCED" },
  );
}

/** What is still to come: only then does a delay matter. */
const COMING: readonly string[] = ["PENDING", "CONFIRMED", "CHECKED_IN"];

type Visit = Parameters<typeof expectedAt>[0] & { status: string };

/** Returns how late a visit is expected, as its patient was told; null when it is on time. */
export async function findDelay(visit: Visit, now: Date = new Date()) {
  if (!COMING.includes(visit.status)) return null;
  for (const delay of await listDelays([visit.doctorId], now)) {
    const expected = delay.isAnnounced ? expectedAt(visit, delay) : null;
    if (expected) return { minutes: delay.minutes, expectedAt: expected };
  }
  return null;
}

/** Returns when an appointment is expected. Throws `not-found`. */
export async function getDelay(actor: Actor, appointmentId: string) {
  const visit = await getAppointment(actor, appointmentId);
  const delay = await findDelay(visit);
  return {
    appointmentId,
    minutes: delay?.minutes ?? null,
    expectedAt: instantText(delay?.expectedAt ?? visit.startsAt),
  };
}
