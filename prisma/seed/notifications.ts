import type { Prisma } from "@/lib/platform/db/db";
import type { Visit } from "./visits";
import { DAY, type World } from "./world";

type SeedNotification = Prisma.NotificationCreateManyInput & { createdAt: Date };
const LIMIT = 10;

/** Creates the notifications of the demo's doctor and patient; those older than a day have been read. */
export function makeNotifications(
  world: World,
  visits: readonly Visit[],
  of: { doctor: { id: string; userId: string }; patient: { id: string; userId: string } },
): SeedNotification[] {
  const { doctor, patient } = of;
  const about = (
    visit: Visit,
    userId: string,
    type: string,
    at: Date | string | null | undefined,
  ): SeedNotification[] => {
    const createdAt = at ? new Date(at) : null;
    if (!createdAt || createdAt > world.now || createdAt.getTime() < world.now.getTime() - 30 * DAY) return [];
    const isOld = world.now.getTime() - createdAt.getTime() > DAY;
    const refs = { appointmentId: visit.id, doctorId: visit.doctorId, patientId: visit.patientId };
    const ids = { id: world.chance.id(createdAt), eventId: world.chance.id(createdAt) };
    return [{ ...ids, userId, type, refs, createdAt, readAt: isOld ? new Date(createdAt.getTime() + DAY / 4) : null }];
  };
  const forDoctor = visits
    .filter((visit) => visit.doctorId === doctor.id)
    .flatMap((visit) => [
      ...about(visit, doctor.userId, "appointment.booked", visit.createdAt),
      ...(visit.status === "CHECKED_IN"
        ? about(visit, doctor.userId, "appointment.checked-in", visit.checkedInAt)
        : []),
      ...(visit.status === "CANCELLED" ? about(visit, doctor.userId, "appointment.cancelled", visit.endedAt) : []),
    ]);
  const forPatient = visits
    .filter((visit) => visit.patientId === patient.id)
    .flatMap((visit) => [
      ...about(visit, patient.userId, "appointment.confirmed", visit.confirmedAt),
      ...(visit.status === "COMPLETED" ? about(visit, patient.userId, "encounter.signed", visit.completedAt) : []),
    ]);
  return [forDoctor, forPatient].flatMap((list) =>
    list.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime()).slice(0, LIMIT),
  );
}
