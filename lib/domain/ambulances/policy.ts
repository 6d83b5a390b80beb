import { isStaffOf, type Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";
import type { OfferStatus, Role } from "./status";

/**
 * The calls this actor may see (docs/domain.md §8): asked for by themselves or for own patients; as staff, those whose vehicle
 * is the own hospital's and those the own hospital is being asked about. What it declined or lost is gone for it.
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

/** The own calls only, without those of the hospital one works at: the patient's portal. */
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

/** In which capacities the actor meets this call; empty = not at all. */
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

/** Managers and coordinators run the vehicles and the calls of their hospital. */
export function canDispatch(actor: Actor, hospitalId: string): boolean {
  return isStaffOf(actor, hospitalId);
}

/** What belongs to the fleet, and which kind it is, is the manager's to say. */
export function canSetUpFleet(actor: Actor, hospitalId: string): boolean {
  return isStaffOf(actor, hospitalId) && actor.staffRole === "MANAGER";
}

/** The vehicles a member of staff sees: those of the own hospital. */
export function fleetVisibleTo(actor: Actor): Prisma.AmbulanceWhereInput {
  return actor.hospitalId && actor.staffRole ? { hospitalId: actor.hospitalId } : { id: { in: [] } };
}

/** For whom one may call by name: one's own patients. Staff say who is in the vehicle once it is theirs. */
export function canCallFor(actor: Actor | null, patientId: string): boolean {
  return actor !== null && actor.patientIds.includes(patientId);
}
