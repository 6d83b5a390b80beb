import type { SetRecallInput } from "@/lib/domain/recalls/schema";
import { setRecall } from "@/lib/domain/recalls/set-recall";
import { monthAfter } from "@/lib/domain/recalls/rules";
import { db, type Prisma } from "@/lib/platform/db/db";
import { newDoctor, newPatient } from "@/tests/support/actors";
import { createAppointment, inDays } from "@/tests/support/factories";

export const REASON = "Check-up of the thyroid";

/** The month so many months from now. */
export const monthIn = (months: number) => monthAfter(new Date().toISOString(), months);

/** A date in the middle of that month. */
export const timeIn = (months: number) => new Date(`${monthIn(months)}-15T10:00:00Z`);

/** A visit that took place, and its doctor's way to ask the patient to come again. */
export async function visitToFollow(
  over: Partial<Prisma.AppointmentUncheckedCreateInput> = {},
  patientId?: string,
  timeZone = "UTC",
) {
  const [doctor, patient] = [await newDoctor({ over: { timeZone } }), await newPatient()];
  const of = { doctorId: doctor.doctorId, patientId: patientId ?? patient.patient.id };
  const times = { startsAt: inDays(-1), endsAt: inDays(-1, "10:30") };
  const { id: appointmentId } = await createAppointment(of, { status: "COMPLETED", ...times, ...over });
  const ask = (more: Partial<SetRecallInput> = { inMonths: 6 }) =>
    setRecall(doctor.actor, { appointmentId, reason: REASON, ...more });
  const book = (months: number, status: "CONFIRMED" | "COMPLETED" = "CONFIRMED") =>
    createAppointment(of, { status, startsAt: timeIn(months), endsAt: new Date(timeIn(months).getTime() + 1_800_000) });
  return { doctor, patient, ...of, appointmentId, ask, book };
}

/** What is told of a recall, as events. */
export const dueEvents = (id: string) => db.domainEvent.findMany({ where: { aggregateId: id, type: "recall.due" } });
