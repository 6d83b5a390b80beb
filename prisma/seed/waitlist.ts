import type { Prisma } from "@/lib/platform/db/db";
import { clockNamed } from "@/lib/platform/time/clock";
import { shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { wallClock } from "@/lib/platform/time/wall-clock";
import type { DemoPatient } from "./accounts";
import type { DemoDoctor } from "./doctors";
import { CITIES } from "./places";
import type { Visit } from "./visits";
import { DAY, MINUTE, type World } from "./world";

/** How many others wait for the demo's doctor. */
const OTHERS = 3;

/**
 * Who waits for an earlier time with the demo's doctor at the hospital: the demo's patient instead of a later visit, and some
 * others. Each for the very time of a visit someone else has booked, so that nothing open suits them already.
 */
export function makeWaitlist(
  { now, chance }: World,
  { id: doctorId, hospital }: DemoDoctor,
  visits: readonly Visit[],
  [own, ...others]: readonly DemoPatient[],
): Prisma.WaitlistEntryCreateManyInput[] {
  if (!own || !hospital) return [];
  const here = visits.filter(
    (visit) => visit.doctorId === doctorId && visit.hospitalId === hospital.id && visit.status === "CONFIRMED",
  );
  const later = visits.findLast(
    (visit) => visit.patientId === own.id && visit.doctorId === doctorId && visit.status === "CONFIRMED",
  );
  const taken = here.filter(({ patientId, startsAt }) => patientId !== own.id && isSoon(new Date(startsAt), now));
  const waiting = [own, ...others.filter(({ city }) => city === own.city).slice(0, OTHERS)];
  return waiting.flatMap((patient, nth): Prisma.WaitlistEntryCreateManyInput[] => {
    const visit = taken[nth * 2];
    if (!visit || visit.patientId === patient.id) return [];
    const replaced = patient === own && later && later.startsAt > visit.startsAt ? later : null;
    const createdAt = new Date(Math.min(+new Date(visit.createdAt ?? now) + 90 * MINUTE, now.getTime() - MINUTE));
    const target = { doctorId, hospitalId: hospital.id, serviceId: replaced?.serviceId ?? null };
    const wish = wishFor(visit, CITIES[hospital.city].timeZone);
    const by = { patientId: patient.id, joinedById: patient.userId, appointmentId: replaced?.id ?? null };
    return [{ id: chance.id(createdAt), ...target, ...wish, ...by, createdAt }];
  });
}

function isSoon(startsAt: Date, now: Date): boolean {
  const days = (startsAt.getTime() - now.getTime()) / DAY;
  return days > 2 && days < 25;
}

/** The date and the hours of this visit and no others. */
function wishFor({ startsAt, endsAt }: Visit, timeZone: string) {
  const clock = clockNamed(timeZone);
  const [start, end] = [startsAt, endsAt].map((at) => wallClock(new Date(at).toISOString(), clock));
  if (!start || !end) throw new Error("A visit begins and ends.");
  const on = new Date(start.date);
  const hours = { startMinute: start.minutes, endMinute: end.date === start.date ? end.minutes : 1440 };
  return { fromOn: on, toOn: on, ...hours, overAt: startOfLocalDate(shiftDate(start.date, 1), timeZone) };
}
