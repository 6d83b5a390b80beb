import { isStaffOf, type Actor } from "@/lib/actor/actor";
import type { Owner } from "@/lib/actor/owner";
import { canManage } from "@/lib/domain/hospitals/policy";

/** A doctor reads their own rule, a hospital's staff that of the hospital. */
export function canReadRule(actor: Actor, { doctorId, hospitalId }: Owner): boolean {
  return doctorId === null ? isStaffOf(actor, hospitalId) : doctorId === actor.doctorId;
}

/** Who changes it: the doctor, or a manager of the hospital. */
export function canChangeRule(actor: Actor, { doctorId, hospitalId }: Owner): boolean {
  return doctorId === null ? canManage(actor, hospitalId) : doctorId === actor.doctorId;
}
