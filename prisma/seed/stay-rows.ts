import type { Prisma } from "@/lib/platform/db/db";
import type { DemoPatient } from "./accounts";
import type { DemoBed } from "./wards";
import type { Worded } from "./worded";
import { DAY, MINUTE, type World } from "./world";

export const HOUR = 60 * MINUTE;
export const HISTORY_DAYS = 40;
export const REASONS = [
  "Observation",
  "Planned operation",
  "Pneumonia",
  "After a fall",
  "Chest pain",
  "Dehydration",
  "Infection",
  "Further tests",
];

export type Booking = Worded<Prisma.BedBookingCreateManyInput & { id: string }>;

/** A bed reserved for a patient who comes within the hour. */
export function reservation({ chance, now }: World, bed: DemoBed, patientId: string): Booking {
  const createdAt = new Date(now.getTime() - chance.int(15, 90) * MINUTE);
  return {
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
  };
}

/** A request for a bed in some days. */
export function request(
  { chance, now }: World,
  { hospitalId, kind }: DemoBed,
  patientId: string,
  days: number,
): Booking {
  const createdAt = new Date(now.getTime() - chance.int(10, 200) * MINUTE);
  return {
    id: chance.id(createdAt),
    hospitalId,
    patientId,
    wardKind: kind,
    status: "REQUESTED",
    startsAt: new Date(now.getTime() + (days + 0.2) * DAY),
    endsAt: new Date(now.getTime() + (days + 3) * DAY),
    reason: chance.pick(REASONS),
    createdAt,
    updatedAt: createdAt,
  };
}

/** The demo patient's own: a stay a month ago, and a request for next week. */
export function ownStory({ chance, now }: World, past: DemoBed, demoPatient: DemoPatient) {
  const who = { patientId: demoPatient.id, requestedByUserId: demoPatient.userId };
  const createdAt = new Date(now.getTime() - 95 * MINUTE);
  const asked: Booking = {
    id: chance.id(createdAt),
    hospitalId: past.hospitalId,
    ...who,
    wardKind: "GENERAL",
    status: "REQUESTED",
    startsAt: new Date(now.getTime() + 7 * DAY),
    endsAt: new Date(now.getTime() + 10 * DAY),
    reason: "Planned operation",
    createdAt,
    updatedAt: createdAt,
  };
  const from = new Date(now.getTime() - (HISTORY_DAYS + 8) * DAY);
  const until = new Date(from.getTime() + 3 * DAY);
  const id = chance.id(from);
  const stayed: Booking = {
    id,
    hospitalId: past.hospitalId,
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
  };
  const stay: Prisma.BedStayCreateManyInput = {
    id: chance.id(from),
    hospitalId: past.hospitalId,
    wardId: past.wardId,
    bedId: past.id,
    bookingId: id,
    startsAt: from,
    endsAt: until,
  };
  return { bookings: [asked, stayed], stays: [stay] };
}
