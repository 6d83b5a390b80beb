import type { Actor } from "@/lib/actor/actor";
import { db, type Prisma } from "@/lib/platform/db/db";
import { visibleTo } from "./policy";
import { listCards, listWithTexts, type AppointmentCard } from "./queries";

/** More than anyone sees in a week; a calendar must show all of its window. */
const LIMIT = 500;

/** Returns everything in the doctor's calendar in a half-open window, except holds and expired requests; ascending. */
export function listDoctorCalendar(
  actor: Actor,
  doctorId: string,
  window: { from: Date; to: Date },
): Promise<AppointmentCard[]> {
  return load(actor, doctorId, {
    startsAt: { lt: window.to },
    endsAt: { gt: window.from },
    status: { notIn: ["HELD", "EXPIRED"] },
  });
}

export type DoctorWorklist = {
  /** Checked in and waiting, the longest first. */
  waiting: AppointmentCard[];
  /** Started and not completed, whenever that was. */
  running: AppointmentCard[];
  /** To be confirmed or declined. */
  requests: AppointmentCard[];
  /** Booked, but outside the current hours. */
  needRebooking: AppointmentCard[];
};

/** Returns what the doctor needs to act on at `now`, on any day. */
export async function loadDoctorWorklist(actor: Actor, doctorId: string, now: Date): Promise<DoctorWorklist> {
  const rows = await load(actor, doctorId, {
    OR: [
      { status: { in: ["CHECKED_IN", "IN_PROGRESS"] } },
      { status: "PENDING", startsAt: { gt: now } },
      { status: "CONFIRMED", startsAt: { gt: now }, needsRebooking: true },
    ],
  });
  const waitedSince = (row: AppointmentCard) => (row.checkedInAt ?? row.startsAt).getTime();
  return {
    waiting: rows.filter(({ status }) => status === "CHECKED_IN").sort((a, b) => waitedSince(a) - waitedSince(b)),
    running: rows.filter(({ status }) => status === "IN_PROGRESS"),
    requests: rows.filter(({ status }) => status === "PENDING"),
    needRebooking: rows.filter(({ status, needsRebooking }) => needsRebooking && status === "CONFIRMED"),
  };
}

/** Returns a patient's earlier visits with this doctor, latest first; at most twenty. */
export async function listEarlierVisits(
  actor: Actor,
  visit: { id: string; doctorId: string; patientId: string; startsAt: Date },
) {
  const rows = await db.appointment.findMany({
    where: {
      AND: [
        visibleTo(actor),
        {
          doctorId: visit.doctorId,
          patientId: visit.patientId,
          startsAt: { lt: visit.startsAt },
          id: { not: visit.id },
        },
        { status: { in: ["COMPLETED", "NO_SHOW", "LEFT", "CANCELLED", "IN_PROGRESS"] } },
      ],
    },
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    take: 20,
    select: { id: true, startsAt: true, status: true, service: { select: { name: true } } },
  });
  return listWithTexts(actor, rows);
}

/**
 * Returns the patient's upcoming appointments with this doctor after a visit, the next first; at most five. Requests
 * that wait for confirmation are among them.
 */
export function listFollowUps(
  actor: Actor,
  visit: { id: string; doctorId: string; patientId: string; startsAt: Date },
  now: Date,
) {
  const { id, doctorId, patientId, startsAt } = visit;
  const booked: Prisma.AppointmentWhereInput = { doctorId, patientId, status: { in: ["PENDING", "CONFIRMED"] } };
  return listCards(actor, { ...booked, id: { not: id }, startsAt: { gt: startsAt > now ? startsAt : now } }, 5);
}

function load(actor: Actor, doctorId: string, where: Prisma.AppointmentWhereInput): Promise<AppointmentCard[]> {
  return listCards(actor, { AND: [{ doctorId }, where] }, LIMIT);
}
