import { planReminders } from "@/lib/domain/reminders/plan-reminders";
import { db, type Prisma } from "@/lib/platform/db/db";
import { createCast } from "@/tests/support/actors";
import { createAppointment } from "@/tests/support/factories";

const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
const LONG_AGO = new Date(Date.now() - 30 * 24 * HOUR);

export const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE);
export const planOf = (appointmentId: string) => db.reminderPlan.findUnique({ where: { appointmentId } });
export const remindersOf = (appointmentId: string) =>
  db.message.findMany({
    where: { about: `appointment:${appointmentId}`, reason: "appointment.reminded" },
    orderBy: { key: "asc" },
  });
export const remindedEvents = (appointmentId: string) =>
  db.domainEvent.count({ where: { aggregateId: appointmentId, type: "appointment.reminded" } });

/** As if all plans were agreed long ago and made some minutes ago: what came due since then is due. */
export async function planAsOf(minutesAgo: number): Promise<void> {
  await db.reminderPlan.updateMany({ data: { agreedAt: LONG_AGO, needsPlanning: true, nextAt: null } });
  await planReminders(inMinutes(-minutesAgo));
}

/** A patient's confirmed visit at a hospital in so many minutes, and everyone around it. */
export async function visitIn(minutes: number, over: Partial<Prisma.AppointmentUncheckedCreateInput> = {}) {
  const cast = await createCast();
  const { doctor, hospital, patient } = cast;
  const place = { hospitalId: hospital.id, scheduleId: doctor.scheduleId };
  const { id } = await createAppointment(
    { doctorId: doctor.doctorId, patientId: patient.patient.id },
    { ...place, startsAt: inMinutes(minutes), ...over },
  );
  return { ...cast, id, patientId: patient.patient.id };
}

/** A visit in a day less one minute: its reminder of one day before is due since a minute. */
export async function remindableVisit(over: Partial<Prisma.AppointmentUncheckedCreateInput> = {}) {
  const visit = await visitIn(1439, over);
  await planAsOf(5);
  return visit;
}
