import { visibleTo as visibleAppointments } from "@/lib/domain/appointments/policy";
import { publiclyListed as listedDoctor } from "@/lib/domain/doctors/policy";
import { visibleTo as visibleHours } from "@/lib/domain/schedules/policy";
import { storedHoursSchema } from "@/lib/domain/schedules/schema";
import { openSpans } from "@/lib/domain/schedules/slots-open";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";

const MAX_DOCTORS = 500;
const MAX_VISITS = 2_000;

type DutyVisit = { id: string; start: string; patientName: string };

/** A doctor with hours or visits at the hospital on a day. */
export type DutyDoctor = {
  id: string;
  name: string;
  /** When the doctor is there, by their hours here; empty for visits outside all hours. */
  hours: { start: string; end: string }[];
  /** The visit in progress. */
  current: DutyVisit | null;
  /** The next visit to start, and how many are left. */
  next: DutyVisit | null;
  left: number;
};

/** Returns who is on duty at a hospital on a day, as of `now`; the soonest next visit first. For its staff. */
export async function listDutyDoctors(
  actor: Actor,
  hospitalId: string,
  day: { from: Date; to: Date },
): Promise<DutyDoctor[]> {
  const [schedules, visits] = await Promise.all([loadHours(actor, hospitalId), loadVisits(actor, hospitalId, day)]);
  const doctors = new Map<string, DutyDoctor>();
  const doctorOf = ({ id, name }: { id: string; name: string }) => {
    const known = doctors.get(id) ?? { id, name, hours: [], current: null, next: null, left: 0 };
    doctors.set(id, known);
    return known;
  };
  for (const { doctor, timeZone, ...stored } of schedules) {
    const hours = openSpans({ timeZone, ...storedHoursSchema.parse(stored) }, day);
    if (hours.length > 0) doctorOf(doctor).hours.push(...hours);
  }
  for (const { id, startsAt, status, doctor, patient } of visits) {
    const one = doctorOf(doctor);
    const visit = { id, start: startsAt.toISOString(), patientName: patient.name };
    if (status === "IN_PROGRESS") one.current = visit;
    else {
      one.next ??= visit;
      one.left += 1;
    }
  }
  return [...doctors.values()].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** By the next thing to do, finished doctors last; then by hours and name. Tilde sorts after all digits. */
function orderOf({ id, next, current, hours, name }: DutyDoctor): string {
  return [(current ?? next)?.start ?? "~", hours[0]?.start ?? "~", name, id].join(" ");
}

function loadHours(actor: Actor, hospitalId: string) {
  const there = { ...listedDoctor, affiliations: { some: { hospitalId, status: "ACTIVE" } } } as const;
  return db.schedule.findMany({
    where: { AND: [{ hospitalId, closedAt: null, doctor: there }, visibleHours(actor)] },
    orderBy: { id: "asc" },
    take: MAX_DOCTORS,
    select: { timeZone: true, rules: true, exceptions: true, doctor: { select: { id: true, name: true } } },
  });
}

/** What is still to come on the day. */
function loadVisits(actor: Actor, hospitalId: string, day: { from: Date; to: Date }) {
  return db.appointment.findMany({
    where: {
      AND: [
        visibleAppointments(actor),
        {
          hospitalId,
          startsAt: { gte: day.from, lt: day.to },
          status: { in: ["PENDING", "CONFIRMED", "CHECKED_IN", "IN_PROGRESS"] },
        },
      ],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: MAX_VISITS,
    select: {
      id: true,
      startsAt: true,
      status: true,
      doctor: { select: { id: true, name: true } },
      patient: { select: { name: true } },
    },
  });
}
