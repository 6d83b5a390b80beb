import type { Actor } from "@/lib/actor/actor";
import { getConversation } from "@/lib/domain/conversations/queries";
import { sendMessage } from "@/lib/domain/conversations/send-message";
import type { Prisma } from "@/lib/platform/db/db";
import { createCast } from "@/tests/support/actors";
import { createAppointment } from "@/tests/support/factories";

/** A patient's visit with a doctor at a hospital, and everyone around it. */
export async function visitToWriteAbout(over: Partial<Prisma.AppointmentUncheckedCreateInput> = {}) {
  const cast = await createCast();
  const { doctor, hospital, patient } = cast;
  const patientId = patient.patient.id;
  const place = { hospitalId: hospital.id, scheduleId: doctor.scheduleId };
  const { id: appointmentId } = await createAppointment(
    { doctorId: doctor.doctorId, patientId },
    { ...place, ...over },
  );
  const send = (actor: Actor, text = "I’m running late", more: { requestKey?: string; file?: File } = {}) =>
    sendMessage(actor, { appointmentId, text, ...more });
  const read = (actor: Actor, limit = 50, cursor?: string) => getConversation(actor, appointmentId, { limit, cursor });
  return { ...cast, patientId, appointmentId, send, read };
}
export type WrittenAbout = Awaited<ReturnType<typeof visitToWriteAbout>>;
