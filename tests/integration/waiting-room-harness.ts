import type { Actor } from "@/lib/actor/actor";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { getQueue } from "@/lib/domain/waiting-room/queries";
import { db } from "@/lib/platform/db/db";
import { newDoctor, newStaff } from "@/tests/support/actors";
import { createAppointment, createHospital, createPatient } from "@/tests/support/factories";
import { ALWAYS } from "./front-desk-walk-ins-harness";
import { morning } from "@/tests/support/morning";

export const MINUTE = 60_000;

export type Room = Awaited<ReturnType<typeof createRoom>>;

/** A hospital with a doctor who is on duty, its manager and its front desk. */
export async function createRoom({ timeZone = morning() } = {}) {
  const hospital = await createHospital({ timeZone });
  const doctor = await newDoctor({ hospitalId: hospital.id, schedule: { ...ALWAYS, timeZone } });
  const [manager, desk] = [await newStaff(hospital.id, "MANAGER"), await newStaff(hospital.id, "COORDINATOR")];
  return { hospitalId: hospital.id, timeZone, doctor, manager: manager.actor, desk: desk.actor };
}

/** An appointment that many minutes from now, of a patient of its own, not checked in; quarters of an hour don't overlap. */
export async function comes({ hospitalId, doctor }: Room, minutes: number) {
  const startsAt = new Date(Date.now() + minutes * MINUTE);
  const endsAt = new Date(startsAt.getTime() + 10 * MINUTE);
  const { patient, user } = await createPatient();
  const place = { hospitalId, scheduleId: doctor.scheduleId || null };
  const row = await createAppointment(
    { doctorId: doctor.doctorId, patientId: patient.id },
    { ...place, startsAt, endsAt },
  );
  return { id: row.id, patientId: patient.id, user };
}

/** The same, checked in by the desk. */
export async function waits(room: Room, minutes: number) {
  const visit = await comes(room, minutes);
  await checkIn(room.desk, visit.id);
  return visit;
}

export const checkIn = (actor: Actor, id: string) => changeStatus(actor, id, { status: "CHECKED_IN" });

/** The queue of the room's doctor. */
export async function queueOf({ doctor, hospitalId }: Room): Promise<string> {
  const { id } = await db.waitingQueue.findFirstOrThrow({ where: { doctorId: doctor.doctorId, hospitalId } });
  return id;
}

/** "A1 WAITING" and so on, as the desk reads the queue. */
export async function line(room: Room): Promise<string[]> {
  const { tickets } = await getQueue(room.desk, await queueOf(room), new Date());
  return tickets.map(({ number, state }) => (state === "WAITING" ? number : `${number} ${state}`));
}
