import { db, Prisma } from "@/lib/platform/db/db";
import { createAppointment, createPatient } from "../support/factories";
import type { OPERATIONS } from "./hospital-numbers-operations";

const MINUTE = 60_000;
const byId = { orderBy: { id: "asc" } } as const;
let steps = 0;

/** What changes a day beside the operations of a hospital's numbers: rows as imports, timers and the past write them. */
export const DAY_OPERATIONS: typeof OPERATIONS = {
  async pastVisit({ hospitalId, doctors, patients }, pick) {
    const startsAt = new Date(Date.now() - ++steps * 47 * MINUTE);
    const [doctor, patient] = [pick(doctors)!, pick(patients, 1)!];
    const status = pick(["COMPLETED", "NO_SHOW", "CANCELLED", "LEFT", "DECLINED", "EXPIRED"] as const, 2)!;
    const lead = pick([0, 1, 2, 5, 9, 20, 60], 1)! * 1_440 * MINUTE;
    const arrived = status === "COMPLETED" ? { checkedInAt: new Date(startsAt.getTime() - 5 * MINUTE) } : {};
    const started =
      status === "COMPLETED" ? { startedAt: new Date(startsAt.getTime() + pick([0, 9, 40], 2)! * MINUTE) } : {};
    return createAppointment(
      { doctorId: doctor.id, patientId: patient.patientIds[0]! },
      {
        ...{ startsAt, endsAt: new Date(startsAt.getTime() + 20 * MINUTE), status, ...arrived, ...started },
        createdAt: new Date(startsAt.getTime() - lead),
        hospitalId: pick([hospitalId, null], 1)!,
      },
    );
  },
  async hold({ hospitalId, doctors, patients }, pick) {
    const startsAt = new Date(Date.now() + 90 * 1_440 * MINUTE + ++steps * 47 * MINUTE);
    const holdExpiresAt = new Date(Date.now() + 5 * MINUTE);
    const of = { doctorId: pick(doctors)!.id, patientId: pick(patients, 1)!.patientIds[0]! };
    return createAppointment(of, {
      hospitalId,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 20 * MINUTE),
      status: "HELD",
      holdExpiresAt,
    });
  },
  async endHold(_, pick) {
    const held = pick(await db.appointment.findMany({ where: { status: "HELD" }, ...byId }));
    const data = { status: "EXPIRED", version: { increment: 1 } } as const;
    return held && db.appointment.update({ where: { id: held.id }, data });
  },
  async attend({ hospitalId }, pick) {
    const found = pick(await db.appointment.findMany({ where: { hospitalId, status: "CONFIRMED" }, ...byId }));
    const data = { attendanceConfirmedAt: new Date(), version: { increment: 1 } };
    return found && db.appointment.update({ where: { id: found.id }, data });
  },
  async remind({ hospitalId }, pick) {
    const found = pick(await db.appointment.findMany({ where: { hospitalId, status: "CONFIRMED" }, ...byId }));
    if (!found) return;
    const { id, startsAt, patientId } = found;
    const key = `reminder:${id}:${startsAt.toISOString()}:1440:phone:sms-${++steps}`;
    const message = { key, patientId, hospitalId, about: `appointment:${id}`, reason: "appointment.reminded" };
    const { id: messageId } = await db.message.create({
      data: { ...message, toAddress: "+49305550100", channel: "SMS", content: { text: "A reminder" } },
    });
    const where = { where: { id: messageId } };
    await db.message.update({ ...where, data: { state: "SENDING", claimedAt: new Date() } });
    const data = { state: "SENT", claimedAt: null, endedAt: new Date(), content: Prisma.DbNull } as const;
    return db.message.update({ ...where, data });
  },
  async offer({ hospitalId, doctors }, pick) {
    const { patient, user } = await createPatient();
    const doctorId = pick(doctors)!.id;
    const startsAt = new Date(Date.now() + ++steps * 600 * MINUTE);
    const day = new Date(startsAt.toISOString().slice(0, 10));
    const entry = await db.waitlistEntry.create({
      data: { patientId: patient.id, doctorId, fromOn: day, toOn: day, overAt: startsAt, joinedById: user.id },
    });
    const times = { startsAt, endsAt: new Date(startsAt.getTime() + 30 * MINUTE), expiresAt: startsAt };
    return db.waitlistOffer.create({
      data: {
        ...times,
        entryId: entry.id,
        patientId: patient.id,
        doctorId,
        hospitalId: pick([hospitalId, null], 1)!,
        status: "DECLINED",
        endedAt: new Date(),
      },
    });
  },
  async removeVisit(_, pick) {
    const none = { encounter: null, ticket: null, conversation: null };
    const found = pick(await db.appointment.findMany({ where: { status: "CANCELLED", ...none }, ...byId }));
    return found && db.appointment.delete({ where: { id: found.id } });
  },
};
