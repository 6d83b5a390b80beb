import type { Actor } from "@/lib/actor/actor";
import { db, type Prisma } from "@/lib/platform/db/db";
import { visibleTo } from "./policy";
import { appointmentCardSelect, type AppointmentCard } from "./queries";

/** More than anyone sees in a week; a calendar shows all of its window or it lies. */
const LIMIT = 500;

/** Everything that is in the doctor's calendar in a half-open window, holds and lapsed requests left out; ascending. */
export function loadDoctorCalendar(
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
  /** Here and waiting, the longest first. */
  waiting: AppointmentCard[];
  /** Begun and not completed, whenever they began. */
  running: AppointmentCard[];
  /** Still to be confirmed or declined. */
  requests: AppointmentCard[];
  /** Agreed, but outside the hours kept now. */
  needRebooking: AppointmentCard[];
};

/** What asks something of the doctor at `now`, on whatever day. */
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

/** A patient's earlier visits with this doctor, the latest first; at most twenty. */
export function loadEarlierVisits(
  actor: Actor,
  visit: { id: string; doctorId: string; patientId: string; startsAt: Date },
) {
  return db.appointment.findMany({
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
    select: { id: true, startsAt: true, status: true, reason: true, service: { select: { name: true } } },
  });
}

function load(actor: Actor, doctorId: string, where: Prisma.AppointmentWhereInput): Promise<AppointmentCard[]> {
  return db.appointment.findMany({
    where: { AND: [visibleTo(actor), { doctorId }, where] },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: LIMIT,
    select: appointmentCardSelect,
  });
}
