import type { Actor } from "@/lib/actor/actor";

/** Doctors search for diagnoses; for all others there are none. */
export function canDiagnose(actor: Actor): actor is Actor & { doctorId: string } {
  return actor.doctorId !== null;
}

/** Administrators look after the editions; for all others there are none. */
export function canKeepEditions(actor: Actor): boolean {
  return actor.isAdmin && actor.userId !== null;
}
