import { isStaffOf, visiblePatientIds, type Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";
import type { Role } from "./status";

type Concerned = { doctorId: string; patientId: string; hospitalId: string | null };

/**
 * The appointments this actor may see (docs/domain.md §8): of own patients, those whose record the actor reads
 * included, as the doctor, at the own hospital. A hold, active or expired, is no appointment: only who may book may
 * know about it.
 */
export function visibleTo(actor: Actor): Prisma.AppointmentWhereInput {
  const or: Prisma.AppointmentWhereInput[] = [];
  if (actor.patientIds.length > 0) or.push({ patientId: { in: actor.patientIds } });
  const seen = visiblePatientIds(actor);
  if (seen.length > actor.patientIds.length) or.push({ patientId: { in: seen }, holdExpiresAt: null });
  if (actor.doctorId) or.push({ doctorId: actor.doctorId, holdExpiresAt: null });
  if (actor.hospitalId && actor.staffRole) or.push({ hospitalId: actor.hospitalId, holdExpiresAt: null });
  return or.length > 0 ? { OR: or } : { id: { in: [] } };
}

/** Returns the actor's roles in this appointment; none means no access. */
export function rolesFor(actor: Actor, appointment: Concerned): Role[] {
  const roles: Role[] = [];
  if (actor.via === "system") roles.push("system");
  if (actor.patientIds.includes(appointment.patientId)) roles.push("patient");
  if (actor.doctorId === appointment.doctorId) roles.push("doctor");
  if (isStaffOf(actor, appointment.hospitalId)) roles.push("staff");
  return roles;
}

/**
 * Who may book this: the patient (or someone acting for them) with any listed doctor; the doctor for own patients;
 * staff for slots at their hospital.
 */
export function canBook(actor: Actor, booking: Concerned): boolean {
  return rolesFor(actor, booking).length > 0;
}

/** Who may book for a new patient: the doctor, and the staff of the place. */
export function canReceive(actor: Actor, place: { doctorId: string | null; hospitalId: string | null }): boolean {
  return (place.doctorId !== null && actor.doctorId === place.doctorId) || isStaffOf(actor, place.hospitalId);
}
