import type { Prisma } from "@/lib/platform/db/db";
import type { DemoPatient } from "./accounts";
import type { DemoHospital } from "./hospitals";
import { INPATIENTS } from "./people";
import type { DemoBed, makeWards } from "./wards";
import { DAY, MINUTE, type World } from "./world";

const HOUR = 60 * MINUTE;
const HISTORY_DAYS = 40;
/** Discharged patients of each hospital, for reservations and requests. */
const AT_HOME = 8;
const REASONS = [
  "Observation",
  "Planned operation",
  "Pneumonia",
  "After a fall",
  "Chest pain",
  "Dehydration",
  "Infection",
  "Further tests",
];
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

type Booking = Prisma.BedBookingCreateManyInput & { id: string };
type InPatient = { id: string; freeAt: number; isChild: boolean; isMother: boolean };

const WOMEN = new Set(
  "Paula Nour Greta Wanda Ylva Delphine Soledad Keisha Mei Akinyi Neema Halima Makena Yuzu Kaede Minako Hinata Tamaki".split(
    " ",
  ),
);

/** Children go to the children's ward, mothers to maternity, everyone else anywhere else. */
function suits(kind: DemoBed["kind"], { isChild, isMother }: InPatient): boolean {
  if (kind === "PAEDIATRIC") return isChild;
  return !isChild && (kind !== "MATERNITY" || isMother);
}

/** The patients in the beds: most have no account, as in any hospital. */
function makeInPatients({ chance, now }: World, hospitals: DemoHospital[]) {
  const rows: Prisma.PatientCreateManyInput[] = [];
  const byHospital = new Map<string, InPatient[]>();
  for (const hospital of hospitals) {
    const neighbours = hospitals.filter((one) => one.city === hospital.city);
    // Two hospitals of one city share its people without sharing a person; the first is the larger one.
    const share = (n: number) => neighbours[n % 4 === 3 ? neighbours.length - 1 : 0] === hospital;
    const names = INPATIENTS.filter((one) => one.city === hospital.city).filter((_, n) => share(n));
    byHospital.set(
      hospital.id,
      names.map(({ name }, n) => {
        const isChild = n % 5 === 2;
        const isMother = !isChild && n % 3 > 0 && WOMEN.has(name.split(" ")[0] ?? "");
        const createdAt = new Date(now.getTime() - chance.int(70, 400) * DAY);
        const id = chance.id(createdAt);
        rows.push({
          id,
          name,
          bornOn: new Date(
            Date.UTC(
              isChild ? chance.int(2012, 2024) : chance.int(isMother ? 1985 : 1932, isMother ? 2005 : 1992),
              chance.int(0, 11),
              chance.int(1, 28),
            ),
          ),
          createdAt,
          updatedAt: createdAt,
        });
        return { id, freeAt: 0, isChild, isMother };
      }),
    );
  }
  return { rows, byHospital };
}

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
    ready.slice(0, 2).forEach((bed, n) => reserve(bed, waiting[n]?.id));
    inUse
      .filter((bed) => bed.hospitalId === hospital.id)
      .slice(0, 40)
      .filter((_, n) => n % 13 === 9)
      .forEach((bed, n) => ask(hospital.id, bed.kind, waiting[n + 2]?.id, n));
  }
  story();

  function reserve(bed: DemoBed, patientId: string | undefined): void {
    if (!patientId) return;
    const createdAt = new Date(now.getTime() - chance.int(15, 90) * MINUTE);
    bookings.push({
      id: chance.id(createdAt),
      hospitalId: bed.hospitalId,
      patientId,
      wardKind: bed.kind,
      bedId: bed.id,
      status: "RESERVED",
      startsAt: new Date(now.getTime() + HOUR),
      endsAt: new Date(now.getTime() + 3 * DAY),
      reservedUntil: new Date(now.getTime() + 5 * HOUR),
      reason: chance.pick(REASONS),
      reservedAt: createdAt,
      version: 2,
      createdAt,
      updatedAt: createdAt,
    });
  }

  function ask(hospitalId: string, wardKind: DemoBed["kind"], patientId: string | undefined, days: number): void {
    if (!patientId) return;
    const createdAt = new Date(now.getTime() - chance.int(10, 200) * MINUTE);
    bookings.push({
      id: chance.id(createdAt),
      hospitalId,
      patientId,
      wardKind,
      status: "REQUESTED",
      startsAt: new Date(now.getTime() + (days + 0.2) * DAY),
      endsAt: new Date(now.getTime() + (days + 3) * DAY),
      reason: chance.pick(REASONS),
      createdAt,
      updatedAt: createdAt,
    });
  }

  /** The demo patient's own: a stay a month ago, and a request for next week. */
  function story(): void {
    const [home] = hospitals;
    const who = { patientId: demoPatient.id, requestedByUserId: demoPatient.userId };
    const past = inUse.find((bed) => bed.hospitalId === home?.id && bed.kind === "GENERAL");
    if (!home || !past) return;
    const createdAt = new Date(now.getTime() - 95 * MINUTE);
    bookings.push({
      id: chance.id(createdAt),
      hospitalId: home.id,
      ...who,
      wardKind: "GENERAL",
      status: "REQUESTED",
      startsAt: new Date(now.getTime() + 7 * DAY),
      endsAt: new Date(now.getTime() + 10 * DAY),
      reason: "Planned operation",
      createdAt,
      updatedAt: createdAt,
    });
    const from = new Date(now.getTime() - (HISTORY_DAYS + 8) * DAY);
    const until = new Date(from.getTime() + 3 * DAY);
    const id = chance.id(from);
    bookings.push({
      id,
      hospitalId: home.id,
      ...who,
      wardKind: "GENERAL",
      bedId: past.id,
      status: "DISCHARGED",
      startsAt: from,
      endsAt: until,
      reason: "Observation",
      reservedAt: from,
      admittedAt: from,
      dischargedAt: until,
      version: 4,
      createdAt: new Date(from.getTime() - 2 * DAY),
      updatedAt: until,
    });
    stays.push({
      id: chance.id(from),
      hospitalId: home.id,
      wardId: past.wardId,
      bedId: past.id,
      bookingId: id,
      startsAt: from,
      endsAt: until,
    });
  }

  return { inPatients: people.rows, bookings, stays };
}

function takeFirst<T extends { at: number }>(queue: T[]): T | undefined {
  let first = 0;
  for (let n = 1; n < queue.length; n++) if ((queue[n]?.at ?? 0) < (queue[first]?.at ?? 0)) first = n;
  return queue.splice(first, 1)[0];
}
