import { isStaffOf, visiblePatientIds, type Actor } from "@/lib/actor/actor";
import type { Owner } from "@/lib/actor/owner";
import { canManage } from "@/lib/domain/hospitals/policy";
import type { Prisma } from "@/lib/platform/db/db";
import type { Side } from "./status";

type Visit = { patientId: string; doctorId: string; hospitalId: string | null };

/**
 * The appointments whose messages this actor reads: of own patients, as the doctor, at the own hospital; never a hold. Row-level
 * security says the same, as below.
 */
export function visibleTo(actor: Actor): Prisma.AppointmentWhereInput {
  const or: Prisma.AppointmentWhereInput[] = [{ patientId: { in: visiblePatientIds(actor) } }];
  if (actor.doctorId) or.push({ doctorId: actor.doctorId });
  if (actor.hospitalId && actor.staffRole) or.push({ hospitalId: actor.hospitalId });
  return { holdExpiresAt: null, OR: or };
}

/**
 * Returns the side on which someone who sees an appointment stands. The patient's comes first: who works at the hospital and is
 * its patient, or acts for one, isn't the front desk of their own visit.
 */
export function sideOf(actor: Actor, { patientId, doctorId, hospitalId }: Visit): Side | null {
  if (actor.ownPatientId === patientId) return "PATIENT";
  if (visiblePatientIds(actor).includes(patientId)) return "PROXY";
  if (actor.doctorId !== null && actor.doctorId === doctorId) return "DOCTOR";
  return isStaffOf(actor, hospitalId) ? "DESK" : null;
}

/** Who writes: for the patient those who book for them, for the practice the doctor and the desk of the visit. */
export function canWrite(actor: Actor, visit: Visit): boolean {
  const side = sideOf(actor, visit);
  if (side === null) return false;
  return side === "DOCTOR" || side === "DESK" || actor.patientIds.includes(visit.patientId);
}

/** The templates an actor uses: a doctor their own, a hospital's staff those of the hospital. */
export function canUseTemplates(actor: Actor, { doctorId, hospitalId }: Owner): boolean {
  return doctorId !== null ? doctorId === actor.doctorId : isStaffOf(actor, hospitalId);
}

/** Who changes them: the doctor, or a manager of the hospital. */
export function canChangeTemplates(actor: Actor, { doctorId, hospitalId }: Owner): boolean {
  return doctorId !== null ? doctorId === actor.doctorId : canManage(actor, hospitalId);
}
