import type { Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";
import { visibleTo } from "../policy";
import type { ListFilter } from "../schema";
import type { AppointmentStatus } from "../status";

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
