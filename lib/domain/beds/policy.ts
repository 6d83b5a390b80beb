import { isStaffOf, type Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";
import type { Role } from "./status";

type Concerned = { patientId: string; hospitalId: string };

/** The bed bookings this actor may see (docs/domain.md §8): those of own patients, and those at the own hospital. */
export function visibleTo(actor: Actor): Prisma.BedBookingWhereInput {
  const or: Prisma.BedBookingWhereInput[] = [];
  if (actor.patientIds.length > 0) or.push({ patientId: { in: actor.patientIds } });
  if (actor.hospitalId && actor.staffRole) or.push({ hospitalId: actor.hospitalId });
  return or.length > 0 ? { OR: or } : { id: { in: [] } };
}

/** Returns the actor's roles in this booking; none means no access. */
export function rolesFor(actor: Actor, booking: Concerned): Role[] {
  const roles: Role[] = [];
  if (actor.via === "system") roles.push("system");
  if (actor.patientIds.includes(booking.patientId)) roles.push("patient");
  if (isStaffOf(actor, booking.hospitalId)) roles.push("staff");
  return roles;
}

/** Individual wards and beds are visible to the hospital's own staff; everyone else sees how many are free. */
export function wardsVisibleTo(actor: Actor): Prisma.WardWhereInput {
  return actor.hospitalId && actor.staffRole ? { hospitalId: actor.hospitalId, removedAt: null } : { id: { in: [] } };
}

/** Both roles run the beds: they assign, clean and take out of service. */
export function canRunBeds(actor: Actor, hospitalId: string): boolean {
  return isStaffOf(actor, hospitalId);
}

/** Only the manager sets up wards and beds. */
export function canSetUpBeds(actor: Actor, hospitalId: string): boolean {
  return isStaffOf(actor, hospitalId) && actor.staffRole === "MANAGER";
}
