import type { Actor } from "@/lib/actor/actor";
import { canManage } from "@/lib/domain/hospitals/policy";
import type { Prisma } from "@/lib/platform/db/db";

type Owner = { doctorId: string | null; hospitalId: string | null };

/** The questionnaires an actor may see as such: a doctor their own, a hospital's staff those of the hospital. */
export function visibleTo(actor: Actor): Prisma.QuestionnaireWhereInput {
  const or: Prisma.QuestionnaireWhereInput[] = [];
  if (actor.doctorId) or.push({ doctorId: actor.doctorId });
  if (actor.hospitalId && actor.staffRole) or.push({ hospitalId: actor.hospitalId });
  return or.length > 0 ? { OR: or } : { id: { in: [] } };
}

/** Who writes and publishes one: its doctor, or a manager of its hospital. */
export function canChange(actor: Actor, { doctorId, hospitalId }: Owner): boolean {
  return (doctorId !== null && doctorId === actor.doctorId) || (hospitalId !== null && canManage(actor, hospitalId));
}

/** Who answers: it takes the right to all that concerns the patient. Row-level security says the same, as below. */
export function canAnswer(actor: Actor, patientId: string): boolean {
  return actor.readablePatientIds.includes(patientId) && actor.patientIds.includes(patientId);
}

/** The visits whose doctor reads the answers: all but those that were called off. */
const READ = new Set(["PENDING", "CONFIRMED", "CHECKED_IN", "IN_PROGRESS", "COMPLETED"]);

/** Who reads the answers that were sent: those who read the patient's record, and the doctor of the visit. */
export function canReadAnswers(
  actor: Actor,
  { patientId, doctorId, status }: { patientId: string; doctorId: string; status: string },
): boolean {
  return actor.readablePatientIds.includes(patientId) || (actor.doctorId === doctorId && READ.has(status));
}
