import { isStaffOf, visiblePatientIds, type Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";
import { isOwnPlace } from "@/lib/domain/schedules/policy";
import type { ListFilter } from "./schema";
import type { AppointmentStatus, Role } from "./status";

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
  return isOwnPlace(actor, place);
}

/** Narrows what is visible to one side: the doctor's own day, one hospital's desk, one's own patients. */
export type Narrowed = {
  doctorId?: string;
  hospitalId?: string;
  patientIds?: string[];
  statuses?: AppointmentStatus[];
  needsRebooking?: true;
  /** What is upcoming or in progress at `now`, or all the rest. */
  side?: { is: "upcoming" | "past"; now: Date };
};

/** A visit in progress. One started over a day ago was never closed. */
export function underWay(now: Date) {
  return {
    status: "IN_PROGRESS",
    startsAt: { gt: new Date(now.getTime() - 86_400_000) },
  } as const satisfies Prisma.AppointmentWhereInput;
}

/** Visits that are not over, or started within the last day and not yet closed. */
function upcomingAt(now: Date): Prisma.AppointmentWhereInput {
  const yesterday = new Date(now.getTime() - 86_400_000);
  return {
    OR: [
      { status: { in: ["PENDING", "CONFIRMED"] }, endsAt: { gt: now } },
      { status: { in: ["CHECKED_IN", "IN_PROGRESS"] }, startsAt: { gt: yesterday } },
    ],
  };
}

/** Returns what a list contains: what the actor may see, narrowed by the filter. */
export function conditions(actor: Actor, filter: ListFilter & Narrowed): Prisma.AppointmentWhereInput[] {
  const and: Prisma.AppointmentWhereInput[] = [visibleTo(actor)];
  if (filter.doctorId) and.push({ doctorId: filter.doctorId });
  if (filter.hospitalId) and.push({ hospitalId: filter.hospitalId });
  if (filter.patientIds) and.push({ patientId: { in: filter.patientIds } });
  if (filter.from) and.push({ startsAt: { gte: filter.from } });
  if (filter.to) and.push({ startsAt: { lt: filter.to } });
  if (filter.statuses) and.push({ status: { in: filter.statuses } });
  if (filter.needsRebooking) and.push({ needsRebooking: true });
  if (filter.side)
    and.push(filter.side.is === "upcoming" ? upcomingAt(filter.side.now) : { NOT: upcomingAt(filter.side.now) });
  // An expired hold is no appointment and appears in no list.
  and.push(
    filter.status === "HELD" ? { status: "HELD" } : { status: filter.status ?? { not: "HELD" }, holdExpiresAt: null },
  );
  return and;
}
