import { changeStatus } from "@/lib/domain/appointments/change-status";
import { db } from "@/lib/platform/db/db";
import { listOf, on, theDoctor, type Permissions } from "./asking";
import { DESK, FAMILY, type Cast } from "./cast";
import * as a from "./things";

const RUN = [...DESK, "doctor"] as const;

/** Someone with an appointment in a minute, who isn't checked in yet. */
export async function arrivingVisit(cast: Cast): Promise<string> {
  await a.clearCalendar(cast);
  // Walk-ins of other questions hold the doctor's next minutes, too, and so does an earlier one of these that has begun.
  const here = { OR: [{ patientId: cast.patientId }, { doctorId: cast.doctor.doctorId }] };
  await db.appointment.deleteMany({ where: { ...here, status: "CHECKED_IN" } });
  const data = { status: "CANCELLED", endedAt: new Date(), version: { increment: 1 } } as const;
  const underWay = { startsAt: { lte: new Date() }, endsAt: { gt: new Date() } };
  await db.appointment.updateMany({ where: { ...here, ...underWay, status: "CONFIRMED" }, data });
  return a.visit(cast, { startsAt: new Date(Date.now() + 60_000) });
}

/** Someone with a number in the doctor's queue at the hospital. */
async function arrived(cast: Cast): Promise<string> {
  const id = await arrivingVisit(cast);
  await changeStatus(cast.coordinator.actor, id, { status: "CHECKED_IN" });
  return id;
}

async function called(cast: Cast): Promise<string> {
  const id = await arrived(cast);
  await db.queueTicket.update({ where: { appointmentId: id }, data: { calledAt: new Date() } });
  return id;
}

async function setAside(cast: Cast): Promise<string> {
  const id = await arrived(cast);
  await db.queueTicket.update({ where: { appointmentId: id }, data: { misses: 2 } });
  return id;
}

/** The queue of someone who waits. */
async function queue(cast: Cast): Promise<string> {
  const appointmentId = await arrived(cast);
  return (await db.queueTicket.findUniqueOrThrow({ where: { appointmentId } })).queueId;
}

export const waiting: Permissions = {
  "GET /api/waiting-queues": { ask: listOf(queue), may: RUN, findNothing: "the others" },
  "GET /api/waiting-queues/{id}": { ask: on(queue), may: RUN },
  "POST /api/waiting-queues/{id}/call-next": { ask: on(queue), may: RUN },
  "POST /api/appointments/{id}/call": { ask: on(arrived), may: RUN },
  "POST /api/appointments/{id}/missed-call": { ask: on(called), may: RUN },
  "POST /api/appointments/{id}/recall": { ask: on(setAside), may: RUN },
  "PUT /api/appointments/{id}/priority": { ask: on(arrived, { body: { reason: "PAIN" } }), may: RUN },
  "GET /api/appointments/{id}/wait": { ask: on(arrived), may: [...FAMILY, ...RUN] },
  "PUT /api/doctors/{id}/room": {
    ask: async (cast) => ({
      params: { id: await theDoctor(cast) },
      body: { hospitalId: cast.hospitalId, room: "Room 3" },
    }),
    may: RUN,
  },
  "POST /api/doctors/{id}/overbookings": {
    ask: async (cast) => {
      await db.waitingQueue.updateMany({ where: { doctorId: cast.doctor.doctorId }, data: { overbooked: 0 } });
      const body = { hospitalId: cast.hospitalId, patient: { name: "Una Urgent" }, priority: "PAIN" };
      return { params: { id: await theDoctor(cast) }, body };
    },
    may: RUN,
  },
};
