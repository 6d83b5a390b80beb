import { isStaffOf, type Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";
import type { OfferStatus, Role } from "./status";

/**
 * The calls this actor may see (docs/domain.md §8): their own and those for their patients; as staff, those served by
 * their hospital's vehicle or offered to it. Calls it declined or lost are no longer visible to it.
 */
export function visibleTo(actor: Actor): Prisma.AmbulanceBookingWhereInput {
  const or = callerSees(actor);
  if (actor.hospitalId && actor.staffRole) {
    or.push(
      { hospitalId: actor.hospitalId },
      { status: "REQUESTED", offers: { some: { hospitalId: actor.hospitalId, status: "OPEN" } } },
    );
  }
  return or.length > 0 ? { OR: or } : { id: { in: [] } };
}

function callerSees(actor: Actor): Prisma.AmbulanceBookingWhereInput[] {
  const or: Prisma.AmbulanceBookingWhereInput[] = [];
  if (actor.patientIds.length > 0) or.push({ patientId: { in: actor.patientIds } });
  if (actor.userId) or.push({ requestedByUserId: actor.userId });
  return or;
}

/** The patient's portal: own calls only, without those of the hospital one works at. */
export function ownCalls(actor: Actor): Prisma.AmbulanceBookingWhereInput {
  const or = callerSees(actor);
  return or.length > 0 ? { OR: or } : { id: { in: [] } };
}

type Concerned = {
  patientId: string | null;
  requestedByUserId: string | null;
  hospitalId: string | null;
  offers: { hospitalId: string; status: OfferStatus }[];
};

/** Returns the actor's roles in this call; none means no access. */
export function rolesFor(actor: Actor, call: Concerned): Role[] {
  const roles: Role[] = [];
  if (actor.via === "system") roles.push("system");
  const isForOwn = call.patientId !== null && actor.patientIds.includes(call.patientId);
  if (isForOwn || (actor.userId !== null && call.requestedByUserId === actor.userId)) roles.push("caller");
  if (isStaffOf(actor, call.hospitalId)) roles.push("sender");
  if (call.offers.some(({ hospitalId, status }) => status === "OPEN" && isStaffOf(actor, hospitalId)))
    roles.push("asked");
  return roles;
}

/** Managers and coordinators run their hospital's vehicles and calls. */
export function canDispatch(actor: Actor, hospitalId: string): boolean {
  return isStaffOf(actor, hospitalId);
}

/** Managers decide which vehicles the fleet has, and of which kind. */
export function canSetUpFleet(actor: Actor, hospitalId: string): boolean {
  return isStaffOf(actor, hospitalId) && actor.staffRole === "MANAGER";
}

/** The vehicles staff may see: their own hospital's. */
export function fleetVisibleTo(actor: Actor): Prisma.AmbulanceWhereInput {
  return actor.hospitalId && actor.staffRole ? { hospitalId: actor.hospitalId } : { id: { in: [] } };
}

/** Tells who you may call for by name: your own patients. Staff identify the patient once the vehicle is theirs. */
export function canCallFor(actor: Actor | null, patientId: string): boolean {
  return actor !== null && actor.patientIds.includes(patientId);
}
