import { isStaffOf, type Actor } from "@/lib/actor/actor";
import type { Owner } from "@/lib/actor/owner";

/** Who hangs up and takes down screens: the doctor, and the hospital's staff. */
export function canKeepDisplays(actor: Actor, { doctorId, hospitalId }: Owner): boolean {
  return doctorId === null ? isStaffOf(actor, hospitalId) : doctorId === actor.doctorId;
}
