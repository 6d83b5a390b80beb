import { randomUUID } from "node:crypto";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import type { QuietHours } from "@/lib/domain/preferences/rules";
import { db } from "@/lib/platform/db/db";
import type { StoredEvent } from "@/lib/platform/events/outbox";
import { newDoctor, newPatient } from "@/tests/support/actors";
import { createAppointment } from "@/tests/support/factories";

const HOUR = 3_600_000;
const clock = (at: number) => new Date(at).toISOString().slice(11, 16);

/** Quiet hours of an account in UTC, the zone of new ones, that began an hour ago and last for some more. */
export const quietNow = (hours = 2): QuietHours => ({
  from: clock(Date.now() - HOUR),
  until: clock(Date.now() + hours * HOUR),
});

/** A patient with a visit in so many hours, and what the relay delivers about it. */
export async function patientWithVisit(inHours = 24 * 21) {
  const [{ doctorId, user: doctorUser }, patient] = [await newDoctor(), await newPatient()];
  const startsAt = new Date(Date.now() + inHours * HOUR);
  const times = { startsAt, endsAt: new Date(startsAt.getTime() + HOUR / 2) };
  const { id: visitId } = await createAppointment({ doctorId, patientId: patient.patient.id }, times);
  const about = (type: string): StoredEvent => ({
    position: 1,
    id: randomUUID(),
    type,
    aggregate: type.split(".")[0] ?? "",
    aggregateId: visitId,
    sequence: 1,
    audience: [`patient:${patient.patient.id}`, `record:${patient.patient.id}`, `doctor:${doctorId}`],
    refs: { appointmentId: visitId, patientId: patient.patient.id, doctorId },
    requestId: null,
    actorUserId: null,
    occurredAt: new Date(),
  });
  const happens = (type: string) => deliverNotifications([about(type)]);
  return { ...patient, doctorId, doctorUser, visitId, happens };
}

/** What the ledger says of an account's messages outside of the portal. */
export const ledgerOf = (userId: string) =>
  db.message.findMany({
    where: { userId, channel: { not: "IN_APP" } },
    orderBy: { channel: "asc" },
    select: { channel: true, state: true, answer: true, attempts: true, topic: true },
  });

/** What is planned for later is due now, as far as the choices let it. */
export const makeAllDue = (userId: string) =>
  db.message.updateMany({ where: { userId, state: "DUE" }, data: { nextAttemptAt: new Date(0) } });
