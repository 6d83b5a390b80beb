import { describe, expect, it } from "vitest";
import { acceptOffer } from "@/lib/domain/waitlist/accept-offer";
import { lapseOffers } from "@/lib/domain/waitlist/lapse-offers";
import { offerTimes } from "@/lib/domain/waitlist/offer-times";
import { db } from "@/lib/platform/db/db";
import { newPatient } from "../support/actors";
import { killAt } from "../support/kill-at";
import { newFullDoctor, openOffersOf, timeOn, wait, waiting } from "./waitlist-harness";

const LOCK_ROW = (table: string) => `SELECT FROM "${table}" WHERE "id" = $1::uuid FOR UPDATE`;
const LOCK_EVENTS = `SELECT FROM "AggregateSequence" WHERE "aggregateId" = $1::uuid FOR UPDATE`;

describe("a worker that is killed while it makes an offer", () => {
  it.each(["at the entry", "at the events"])("%s leaves nothing half done, and the next one makes it", async (step) => {
    const doctor = await newFullDoctor();
    const [first] = await waiting(1, doctor.doctorId);
    await doctor.free(2);
    const entry = await db.waitlistEntry.findFirstOrThrow({ where: { patientId: first!.patient.id } });
    const blocked = step === "at the entry" ? LOCK_ROW("WaitlistEntry") : LOCK_EVENTS;
    await killAt(blocked, [entry.id], () => offerTimes(doctor.doctorId));
    expect(await openOffersOf(doctor)).toEqual([]);
    expect(await db.appointment.count({ where: { patientId: first!.patient.id } })).toBe(0);
    expect(await offerTimes(doctor.doctorId)).toBe(1);
  });
});

describe("a worker that is killed while an offer lapses", () => {
  it.each(["at the hold", "at the entry", "at the next entry", "at the events"])(
    "%s leaves the offer as it was, and the next one passes it on, once",
    async (step) => {
      const doctor = await newFullDoctor();
      const people = await waiting(2, doctor.doctorId);
      await doctor.free(2);
      await offerTimes(doctor.doctorId);
      const [offer] = await openOffersOf(doctor);
      const entryOf = async (n: number) =>
        (await db.waitlistEntry.findFirstOrThrow({ where: { patientId: people[n]!.patient.id } })).id;
      const [blocked, id] = {
        "at the hold": [LOCK_ROW("Appointment"), offer!.holdId],
        "at the entry": [LOCK_ROW("WaitlistEntry"), await entryOf(0)],
        "at the next entry": [LOCK_ROW("WaitlistEntry"), await entryOf(1)],
        "at the events": [LOCK_EVENTS, await entryOf(0)],
      }[step]! as [string, string];
      await killAt(blocked, [id], () => lapseOffers(offer!.expiresAt));
      expect(await openOffersOf(doctor)).toEqual([offer]);
      expect(await db.appointment.findUniqueOrThrow({ where: { id: offer!.holdId! } })).toMatchObject({
        status: "HELD",
      });
      await lapseOffers(offer!.expiresAt);
      expect(await openOffersOf(doctor)).toMatchObject([{ patientId: people[1]!.patient.id, startsAt: timeOn(2) }]);
    },
  );
});

it("a web process that is killed while a time is accepted leaves the old visit, and the offer to accept", async () => {
  const doctor = await newFullDoctor();
  const person = await newPatient();
  const visitId = await doctor.give(person, 5);
  const { id } = await wait(person, doctor.doctorId, { appointmentId: visitId });
  await doctor.free(2);
  await offerTimes(doctor.doctorId);
  const [offer] = await openOffersOf(doctor);
  for (const [blocked, at] of [
    [LOCK_ROW("Appointment"), visitId],
    [LOCK_ROW("WaitlistEntry"), id],
  ] as const) {
    await killAt(blocked, [at], () => acceptOffer(person.actor, offer!.id));
    expect(await db.appointment.findUniqueOrThrow({ where: { id: visitId } })).toMatchObject({ startsAt: timeOn(5) });
    expect(await openOffersOf(doctor)).toEqual([offer]);
  }
  expect(await acceptOffer(person.actor, offer!.id)).toMatchObject({ id: visitId, startsAt: timeOn(2) });
});
