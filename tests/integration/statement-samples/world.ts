import { db } from "@/lib/platform/db/db";
import { createAmbulance, createAppointment, createBed, createDoctor, inDays } from "../../support/factories";
import { createHouse, createStay } from "../beds-cast";

/** What the samples are about: rows that exist, so that statements return some and constraints hold. */
export async function createWorld() {
  const house = await createHouse(["GENERAL"], { latitude: 52.5, longitude: 13.4, city: "Berlin" });
  const { row: stay, patient } = await createStay(house, "ADMITTED");
  const { row: request } = await createStay(house, "REQUESTED");
  const bed = await createBed(house.hospital.id, { ward: house.ward });
  const ambulance = await createAmbulance(house.hospital.id);
  const { doctor, schedule } = await createDoctor({ hospitalId: house.hospital.id, over: { city: "Berlin" } });
  const appointment = await createAppointment(
    { doctorId: doctor.id, patientId: patient.id },
    { hospitalId: house.hospital.id, scheduleId: schedule!.id, promisedOffsetMinutes: 60 },
  );
  const { id: appointmentId, patientId, doctorId, hospitalId } = appointment;
  const conversation = { appointmentId, patientId, doctorId, hospitalId, latest: 1, latestFromPatient: 1 };
  await db.conversation.create({ data: conversation });
  const arrived = await createAppointment(
    { doctorId: doctor.id, patientId: patient.id },
    { hospitalId: house.hospital.id, status: "CHECKED_IN", checkedInAt: new Date() },
  );
  const at = { doctorId: doctor.id, hospitalId: house.hospital.id };
  const queue = await db.waitingQueue.create({ data: { ...at, day: inDays(0, "00:00"), letter: 1 } });
  await db.queueTicket.create({ data: { appointmentId: arrived.id, queueId: queue.id, number: 1 } });
  const waitlistEntry = await db.waitlistEntry.create({
    data: {
      patientId: patient.id,
      doctorId: doctor.id,
      fromOn: inDays(0),
      toOn: inDays(9),
      overAt: inDays(10),
      joinedById: house.staff.manager.user.id,
    },
  });
  return {
    waitlistEntry,
    now: new Date(),
    hospitalId: house.hospital.id,
    wardId: house.ward.id,
    userId: house.staff.manager.user.id,
    patientId: patient.id,
    patientName: patient.name,
    stay,
    request,
    occupiedBedId: stay.bedId!,
    bed,
    ambulance,
    doctor,
    scheduleId: schedule!.id,
    appointment,
    queue,
    /** With a number in the queue. */
    arrived,
    /** Two days of two stretches. */
    edges: [inDays(0, "00:00"), inDays(1, "00:00"), inDays(2, "00:00")],
  };
}

export type World = Awaited<ReturnType<typeof createWorld>>;
