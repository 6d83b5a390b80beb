import { bookWalkIn } from "@/lib/domain/appointments/book-walk-in";
import type { WalkInInput } from "@/lib/domain/appointments/schema";
import type { Actor } from "@/lib/actor/actor";
import { newStaff } from "@/tests/support/actors";
import { createDoctor, createHospital } from "@/tests/support/factories";
import { morning } from "@/tests/support/morning";

export const MINUTE = 60_000;
export const MISSING = "0199d000-0000-7000-8000-000000000000";

/** Open around the clock, so that the tests do not depend on when they run; slots of a quarter of an hour. */
export const ALWAYS = {
  slotMinutes: 15,
  rules: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: "00:00", end: "24:00" })),
};

export type Place = { hospitalId: string; desk: Actor; doctor: Awaited<ReturnType<typeof createDoctor>> };

/** `openPlace` sets the first, `openElsewhere` the second. */
export let place: Place;
export let elsewhere: Place;

/** A hospital with a doctor who is always on duty, and its front desk. */
export async function open(schedule: object = {}, timeZone = morning()): Promise<Place> {
  const { id } = await createHospital({ timeZone });
  const doctor = await createDoctor({ hospitalId: id, schedule: { ...ALWAYS, timeZone, ...schedule } });
  return { hospitalId: id, doctor, desk: (await newStaff(id, "COORDINATOR")).actor };
}

/** Books the next available time for a new patient, unless told otherwise. */
export const walkIn = (at: Place, over: Partial<WalkInInput> = {}, actor = at.desk) =>
  bookWalkIn(actor, {
    hospitalId: at.hospitalId,
    when: "NEXT",
    checkIn: true,
    ...(over.patientId ? {} : { patient: { name: "Wanda Walkin" } }),
    ...over,
  });

/** Call it in beforeAll. */
export async function openElsewhere() {
  elsewhere = await open();
}

/** Call it in beforeEach. */
export async function openPlace() {
  place = await open();
}
