import { isStaffOf, type Actor } from "@/lib/actor/actor";

/** The hospital's own staff see its numbers, verified or not. */
export function canSeeNumbers(actor: Actor, hospitalId: string): boolean {
  return isStaffOf(actor, hospitalId);
}

/** A hospital's staff count what is theirs, a doctor what is their own, an administrator everything, as numbers only. */
export function canCount(
  actor: Actor,
  whose: { hospitalId?: string | undefined; doctorId?: string | undefined },
): boolean {
  const { hospitalId, doctorId } = whose;
  if (doctorId !== undefined) return hospitalId === undefined && actor.doctorId === doctorId;
  return hospitalId === undefined ? actor.isAdmin : isStaffOf(actor, hospitalId);
}

/** Who sees the appointments behind the numbers: administrators see counts alone. */
export function canList(actor: Actor, whose: Parameters<typeof canCount>[1]): boolean {
  return (whose.hospitalId !== undefined || whose.doctorId !== undefined) && canCount(actor, whose);
}
