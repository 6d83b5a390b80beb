import type { Prisma } from "@/lib/platform/db/db";
import type { DemoPatient } from "./accounts";
import type { DemoHospital } from "./hospitals";
import { makeInPatients, suits } from "./inpatients";
import { type Booking, HISTORY_DAYS, HOUR, ownStory, REASONS, request, reservation } from "./stay-rows";
import { ENTERED_TWICE } from "./people";
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

type Book = {
  world: World;
  bookings: Booking[];
  stays: Prisma.BedStayCreateManyInput[];
  /** The beds' own rows, by their IDs: they say in what state a bed was left. */
  bedRow: Map<string, Prisma.BedCreateManyInput>;
};
type People = ReturnType<typeof makeInPatients>["byHospital"];

/** Creates weeks of stays, bed by bed in order of time, up to the current patients; then reservations and requests. */
export function makeStays(
  world: World,
  hospitals: DemoHospital[],
  { beds, inUse }: ReturnType<typeof makeWards>,
  demoPatient: DemoPatient,
) {
  const people = makeInPatients(world, hospitals);
  enterTwice(people, hospitals[0]?.id ?? "");
  const book: Book = { world, bookings: [], stays: [], bedRow: new Map(beds.map((bed) => [bed.id, bed])) };
  const { bookings, stays, bedRow } = book;
  fillBeds(book, inUse, people.byHospital);

  const taken = new Set(bookings.filter((one) => one.status === "ADMITTED").map((one) => one.bedId));
  for (const hospital of hospitals) {
    const own = inUse.filter((bed) => bed.hospitalId === hospital.id);
    const free = own.filter((bed) => !taken.has(bed.id) && bedRow.get(bed.id)?.state === undefined);
    const waiting = (people.byHospital.get(hospital.id) ?? []).slice(-AT_HOME);
    const ready = withoutTwo(book, free);
    ready.slice(0, 2).forEach((bed, n) => {
      const patient = waiting[n];
      if (patient) bookings.push(reservation(world, bed, patient.id));
    });
    own
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

/** Makes the first patient of a hospital, and someone who asks for a bed there, one person: a likely duplicate. */
function enterTwice({ rows, byHospital }: ReturnType<typeof makeInPatients>, hospitalId: string): void {
  const people = byHospital.get(hospitalId) ?? [];
  const [first, again] = [people[0], people.at(2 - AT_HOME)].map((one) => rows.find(({ id }) => id === one?.id));
  if (first && again) Object.assign(again, { name: ENTERED_TWICE, bornOn: first.bornOn });
}

/** One stay after another in each bed, always the bed that is free first. */
function fillBeds(book: Book, beds: DemoBed[], people: People): void {
  const { chance, now } = book.world;
  const start = now.getTime() - HISTORY_DAYS * DAY;
  const queue = beds.map((bed) => ({ bed, at: start + chance.next() * 4 * DAY }));
  const personFor = (bed: DemoBed, at: number) =>
    people
      .get(bed.hospitalId)
      ?.slice(0, -AT_HOME)
      .find((one) => one.freeAt <= at && suits(bed.kind, one));
  for (let next = takeFirst(queue); next; next = takeFirst(queue)) {
    const { bed, at } = next;
    const person = personFor(bed, at);
    const days = DAYS[bed.kind] * (0.35 + 1.3 * chance.next() + (chance.is(0.12) ? 2.5 * chance.next() : 0));
    const until = at + days * DAY;
    if (at >= now.getTime() - 20 * MINUTE) continue;
    if (!person) {
      queue.push({ bed, at: at + 8 * HOUR });
      continue;
    }
    person.freeAt = until + DAY;
    writeStay(book, bed, { patientId: person.id, from: at, until });
    const rest = bed.cleaningMinutes * MINUTE + chance.next() * chance.next() * 40 * HOUR;
    if (until < now.getTime()) queue.push({ bed, at: until + rest });
  }
}

type Stay = { patientId: string; from: number; until: number };

/** A stay that is over, or one under way. */
function writeStay(book: Book, bed: DemoBed, { patientId, from, until }: Stay): void {
  const { chance, now } = book.world;
  const createdAt = new Date(from - chance.int(20, 400) * MINUTE);
  const isOver = until < now.getTime();
  const id = chance.id(createdAt);
  const planned = chance.is(0.6) ? new Date(Math.max(until, now.getTime() + 5 * HOUR)) : null;
  const admittedAt = new Date(from);
  book.bookings.push({
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
  book.stays.push({
    id: chance.id(admittedAt),
    hospitalId: bed.hospitalId,
    wardId: bed.wardId,
    bedId: bed.id,
    bookingId: id,
    startsAt: admittedAt,
    endsAt: isOver ? new Date(until) : null,
  });
  if (isOver && until > now.getTime() - bed.cleaningMinutes * MINUTE) clean(book, bed, new Date(until));
}

/** Takes two of the free beds out of use, the first one broken and the second one being cleaned; returns the others. */
function withoutTwo(book: Book, [broken, cleaned, ...ready]: DemoBed[]): DemoBed[] {
  const { chance, now } = book.world;
  const row = book.bedRow.get(broken?.id ?? "");
  if (row)
    Object.assign(row, {
      state: "OUT_OF_SERVICE",
      stateReason: chance.pick(OUT_OF_SERVICE),
      stateChangedAt: new Date(now.getTime() - 26 * HOUR),
    });
  if (cleaned) clean(book, cleaned, new Date(now.getTime() - 12 * MINUTE));
  return ready;
}

function clean({ bedRow }: Book, { id, cleaningMinutes }: DemoBed, stateChangedAt: Date): void {
  const row = bedRow.get(id);
  if (!row) return;
  const cleaningDueAt = new Date(stateChangedAt.getTime() + cleaningMinutes * MINUTE);
  Object.assign(row, { state: "CLEANING", stateChangedAt, cleaningDueAt });
}

function takeFirst<T extends { at: number }>(queue: T[]): T | undefined {
  let first = 0;
  for (let n = 1; n < queue.length; n++) if ((queue[n]?.at ?? 0) < (queue[first]?.at ?? 0)) first = n;
  return queue.splice(first, 1)[0];
}
