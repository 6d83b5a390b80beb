import { describe, expect, it } from "vitest";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { acceptOffer } from "@/lib/domain/waitlist/accept-offer";
import { offerAll, offerFreed, offerTimes } from "@/lib/domain/waitlist/offer-times";
import { loadWaitlistNumbers } from "@/lib/domain/waitlist/queries";
import { db } from "@/lib/platform/db/db";
import { pendingDeliveries } from "@/lib/platform/events/outbox";
import { newPatient } from "../support/actors";
import { createHospital, createSpecialty, inDays } from "../support/factories";
import { outcome } from "../support/outcome";
import { slotStarts } from "./appointments-harness";
import { newFullDoctor, openOffersOf, timeOn, wait, waiting } from "./waitlist-harness";

const visitOf = (id: string) => db.appointment.findUniqueOrThrow({ where: { id } });
const entryOf = (id: string) => db.waitlistEntry.findUniqueOrThrow({ where: { id } });

/** A person with a visit on day 5 who waits for an earlier time, and one who waits behind them. */
async function oneWithAVisit() {
  const doctor = await newFullDoctor();
  const person = await newPatient();
  const visitId = await doctor.give(person, 5);
  const entry = await wait(person, doctor.doctorId, { appointmentId: visitId });
  const [next] = await waiting(1, doctor.doctorId);
  return { doctor, person, visitId, entry, next: next! };
}

describe("a visit that an earlier time replaces", () => {
  it("moves there when it is accepted, with the same identity, and its own time is offered to the next", async () => {
    const { doctor, person, visitId, next } = await oneWithAVisit();
    await doctor.free(2);
    await offerTimes(doctor.doctorId);
    const [offer] = await openOffersOf(doctor);
    const booked = await acceptOffer(person.actor, offer!.id);
    expect(booked).toMatchObject({ id: visitId, startsAt: timeOn(2), status: "CONFIRMED" });
    expect(await db.waitlistOffer.findUniqueOrThrow({ where: { id: offer!.id } })).toMatchObject({
      status: "ACCEPTED",
      bookedId: visitId,
      replacedStartsAt: timeOn(5),
    });
    await offerFreed((await pendingDeliveries("waitlist", 1_000)).filter((one) => one.aggregateId === doctor.doctorId));
    expect(await openOffersOf(doctor)).toMatchObject([{ patientId: next.patient.id, startsAt: timeOn(5) }]);
    expect(await loadWaitlistNumbers(doctor.actor, { doctorId: doctor.doctorId, days: 30 })).toMatchObject({
      ...{ waiting: 1, offers: 2, open: 1, accepted: 1, declined: 0, lapsed: 0, replaced: 1, daysGained: 3 },
    });
  });

  it("stays where it was when anything fails, and the offer stays open", async () => {
    const { doctor, person, visitId } = await oneWithAVisit();
    await doctor.free(2);
    await offerTimes(doctor.doctorId);
    const [offer] = await openOffersOf(doctor);
    await db.schedule.update({ where: { id: doctor.scheduleId }, data: { mostVisitsPerPatientPerDay: 1, rules: [] } });
    expect(await outcome(acceptOffer(person.actor, offer!.id))).toBe("slot-not-offered");
    expect(await visitOf(visitId)).toMatchObject({ startsAt: timeOn(5), status: "CONFIRMED", version: 1 });
    expect(await visitOf(offer!.holdId!)).toMatchObject({ status: "HELD" });
    expect(await db.waitlistOffer.findUniqueOrThrow({ where: { id: offer!.id } })).toMatchObject({ status: "OPEN" });
  });

  it("is only offered earlier times, and none once it can't be moved any more", async () => {
    const { doctor, visitId, next } = await oneWithAVisit();
    await doctor.free(6);
    await offerTimes(doctor.doctorId);
    expect(await openOffersOf(doctor), "later than the visit").toMatchObject([{ patientId: next.patient.id }]);
    await doctor.free(3);
    const notice = Math.ceil((timeOn(5).getTime() - Date.now()) / 60_000);
    await db.appointment.update({
      where: { id: visitId },
      data: { cancellationNoticeMinutes: notice, graceUntil: null, version: { increment: 1 } },
    });
    expect(await offerTimes(doctor.doctorId)).toBe(0);
  });

  it("withdraws an offer that is no longer earlier", async () => {
    const { doctor, person, visitId } = await oneWithAVisit();
    await doctor.free(2);
    await offerTimes(doctor.doctorId);
    const [offer] = await openOffersOf(doctor);
    await doctor.free(1);
    await rescheduleAppointment(person.actor, visitId, { start: timeOn(1).toISOString() });
    await offerTimes(doctor.doctorId);
    const { status } = await db.waitlistOffer.findUniqueOrThrow({ where: { id: offer!.id } });
    expect(status).toBe("WITHDRAWN");
  });

  it("ends its entry when it is cancelled, with the offer; others end after their last date", async () => {
    const { doctor, person, visitId, entry, next } = await oneWithAVisit();
    await doctor.free(2);
    await offerTimes(doctor.doctorId);
    await changeStatus(person.actor, visitId, { status: "CANCELLED" });
    await offerTimes(doctor.doctorId);
    expect(await entryOf(entry.id)).toMatchObject({ status: "EXPIRED" });
    // The next one in the list has the earliest of what is open now.
    expect(await openOffersOf(doctor)).toMatchObject([{ patientId: next.patient.id, startsAt: timeOn(2) }]);
    await offerAll(inDays(40));
    const rest = await db.waitlistEntry.findMany({ where: { patientId: next.patient.id } });
    expect(rest).toMatchObject([{ status: "EXPIRED" }]);
    expect(await openOffersOf(doctor)).toEqual([]);
    expect(await slotStarts(doctor.doctorId, 2)).toEqual(["09:00"]);
  });

  it("is cancelled, and another booked, when the earlier time is with another doctor of the hospital", async () => {
    const hospitalId = (await createHospital({ timeZone: "UTC" })).id;
    const specialty = await createSpecialty();
    const [theirs, other] = [await newFullDoctor({ hospitalId }), await newFullDoctor({ hospitalId })];
    for (const { doctorId } of [theirs, other])
      await db.doctorSpecialty.create({ data: { doctorId, specialtyId: specialty.id } });
    const person = await newPatient();
    const visitId = await theirs.give(person, 4);
    const target = { appointmentId: visitId, hospitalId, specialtyId: specialty.id, doctorId: undefined };
    await wait(person, other.doctorId, target);
    await other.free(3);
    await offerTimes(other.doctorId);
    const [offer] = await openOffersOf(other);
    const booked = await acceptOffer(person.actor, offer!.id);
    expect(booked).toMatchObject({ doctorId: other.doctorId, startsAt: timeOn(3), status: "CONFIRMED" });
    expect(await visitOf(visitId)).toMatchObject({ status: "CANCELLED" });
    expect(await slotStarts(theirs.doctorId, 4)).toEqual(["09:00"]);
  });
});
