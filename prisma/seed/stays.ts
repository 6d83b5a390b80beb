import type { Prisma } from "@/lib/platform/db/db";
import type { DemoPatient } from "./accounts";
import type { DemoHospital } from "./hospitals";
import { makeInPatients, suits } from "./inpatients";
import { type Booking, HISTORY_DAYS, HOUR, ownStory, REASONS, request, reservation } from "./stay-rows";
import type { DemoBed, makeWards } from "./wards";
import { DAY, MINUTE, type World } from "./world";

/** Discharged patients of each hospital, for reservations and requests. */
const AT_HOME = 8;
const OUT_OF_SERVICE = ["The oxygen outlet is being repaired", "The mattress is on order", "The room is being painted"];
/** The usual length of a stay in days; a third are shorter, a few much longer. */
const DAYS: Record<DemoBed["kind"], number> = {
  GENERAL: 4,
  ICU: 3,
  HDU: 3,
  MATERNITY: 2.5,
  PAEDIATRIC: 2.5,
  ISOLATION: 5,
  EMERGENCY: 0.4,
};

/** Creates weeks of stays, bed by bed in order of time, up to the current patients; then reservations and requests. */
export function makeStays(
  world: World,
  hospitals: DemoHospital[],
  { beds, inUse }: ReturnType<typeof makeWards>,
  demoPatient: DemoPatient,
) {
  const { chance, now } = world;
  const people = makeInPatients(world, hospitals);
  const bookings: Booking[] = [];
  const stays: Prisma.BedStayCreateManyInput[] = [];
  const bedRow = new Map(beds.map((bed) => [bed.id, bed]));
  const start = now.getTime() - HISTORY_DAYS * DAY;
  const queue = inUse.map((bed) => ({ bed, at: start + chance.next() * 4 * DAY }));

  const nobody = (bed: DemoBed, at: number) =>
    people.byHospital
      .get(bed.hospitalId)
      ?.slice(0, -AT_HOME)
      .find((one) => one.freeAt <= at && suits(bed.kind, one));
  for (let next = takeFirst(queue); next; next = takeFirst(queue)) {
    const { bed, at } = next;
    const person = nobody(bed, at);
    const days = DAYS[bed.kind] * (0.35 + 1.3 * chance.next() + (chance.is(0.12) ? 2.5 * chance.next() : 0));
    const until = at + days * DAY;
    if (at >= now.getTime() - 20 * MINUTE) continue;
    if (!person) {
      queue.push({ bed, at: at + 8 * HOUR });
      continue;
    }
    person.freeAt = until + DAY;
    write(bed, person.id, at, until);
    const rest = bed.cleaningMinutes * MINUTE + chance.next() * chance.next() * 40 * HOUR;
    if (until < now.getTime()) queue.push({ bed, at: until + rest });
  }

  function write(bed: DemoBed, patientId: string, from: number, until: number): void {
    const createdAt = new Date(from - chance.int(20, 400) * MINUTE);
    const isOver = until < now.getTime();
    const id = chance.id(createdAt);
    const planned = chance.is(0.6) ? new Date(Math.max(until, now.getTime() + 5 * HOUR)) : null;
    const admittedAt = new Date(from);
    bookings.push({
      id,
      hospitalId: bed.hospitalId,
      patientId,
      wardKind: bed.kind,
      bedId: bed.id,
      status: isOver ? "DISCHARGED" : "ADMITTED",
      startsAt: admittedAt,
      endsAt: isOver ? new Date(until) : planned,
      reason: chance.pick(REASONS),
      reservedAt: createdAt,
      admittedAt,
      dischargedAt: isOver ? new Date(until) : null,
      version: isOver ? 4 : 3,
      createdAt,
      updatedAt: isOver ? new Date(until) : admittedAt,
    });
    stays.push({
      id: chance.id(admittedAt),
      hospitalId: bed.hospitalId,
      wardId: bed.wardId,
      bedId: bed.id,
      bookingId: id,
      startsAt: admittedAt,
      endsAt: isOver ? new Date(until) : null,
    });
    const row = bedRow.get(bed.id);
    if (row && isOver && until > now.getTime() - bed.cleaningMinutes * MINUTE) {
      Object.assign(row, {
        state: "CLEANING",
        stateChangedAt: new Date(until),
        cleaningDueAt: new Date(until + bed.cleaningMinutes * MINUTE),
      });
    }
  }

  const taken = new Set(bookings.filter((one) => one.status === "ADMITTED").map((one) => one.bedId));
  for (const hospital of hospitals) {
    const free = inUse.filter(
      (bed) => bed.hospitalId === hospital.id && !taken.has(bed.id) && bedRow.get(bed.id)?.state === undefined,
    );
    const [broken, cleaned, ...ready] = free;
    const row = bedRow.get(broken?.id ?? "");
    if (row)
      Object.assign(row, {
        state: "OUT_OF_SERVICE",
        stateReason: chance.pick(OUT_OF_SERVICE),
        stateChangedAt: new Date(now.getTime() - 26 * HOUR),
      });
    const fresh = bedRow.get(cleaned?.id ?? "");
    if (fresh && cleaned) {
      const stateChangedAt = new Date(now.getTime() - 12 * MINUTE);
      Object.assign(fresh, {
        state: "CLEANING",
        stateChangedAt,
        cleaningDueAt: new Date(stateChangedAt.getTime() + cleaned.cleaningMinutes * MINUTE),
      });
    }
    const waiting = (people.byHospital.get(hospital.id) ?? []).slice(-AT_HOME);
    ready.slice(0, 2).forEach((bed, n) => {
      const patient = waiting[n];
      if (patient) bookings.push(reservation(world, bed, patient.id));
    });
    inUse
      .filter((bed) => bed.hospitalId === hospital.id)
      .slice(0, 40)
      .filter((_, n) => n % 13 === 9)
      .forEach((bed, n) => {
        const patient = waiting[n + 2];
        if (patient) bookings.push(request(world, bed, patient.id, n));
      });
  }
  const firstBed = inUse.find((bed) => bed.hospitalId === hospitals[0]?.id && bed.kind === "GENERAL");
  if (firstBed) {
    const own = ownStory(world, firstBed, demoPatient);
    bookings.push(...own.bookings);
    stays.push(...own.stays);
  }

  return { inPatients: people.rows, bookings, stays };
}

function takeFirst<T extends { at: number }>(queue: T[]): T | undefined {
  let first = 0;
  for (let n = 1; n < queue.length; n++) if ((queue[n]?.at ?? 0) < (queue[first]?.at ?? 0)) first = n;
  return queue.splice(first, 1)[0];
}
