import { isStaffOf, type Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";

type Where = Prisma.MessageWhereInput;

/** What an account was sent. */
export function ownOf(actor: Actor): Where | null {
  return actor.userId === null ? null : { userId: actor.userId };
}

/** What a hospital's patients were told of their bookings; managers see the invitations they caused, too. */
export function seenAtHospital(actor: Actor, hospitalId: string): Where | null {
  if (!isStaffOf(actor, hospitalId)) return null;
  return actor.staffRole === "MANAGER" ? { hospitalId } : { hospitalId, patientId: { not: null } };
}

/** Everything, for administrators. */
export function seenByAdministrators(actor: Actor): Where | null {
  return actor.isAdmin && actor.userId !== null ? {} : null;
}

/** What the actor may send again; null is nothing. */
export function resentBy(actor: Actor): Where | null {
  const { hospitalId } = actor;
  return seenByAdministrators(actor) ?? (hospitalId === null ? null : seenAtHospital(actor, hospitalId));
}
