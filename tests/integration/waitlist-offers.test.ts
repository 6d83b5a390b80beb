import { describe, expect, it } from "vitest";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { acceptOffer } from "@/lib/domain/waitlist/accept-offer";
import { declineOffer } from "@/lib/domain/waitlist/decline-offer";
import { lapseOffers } from "@/lib/domain/waitlist/lapse-offers";
import { leaveWaitlist } from "@/lib/domain/waitlist/leave-waitlist";
import { offerTimes } from "@/lib/domain/waitlist/offer-times";
import { db } from "@/lib/platform/db/db";
import { newPatient } from "../support/actors";
import { createAppointment, createDoctor, inDays } from "../support/factories";
import { outcome } from "../support/outcome";
import { slotStarts } from "./appointments-harness";
import { newFullDoctor, openOffersOf, timeOn, wait, waiting } from "./waitlist-harness";

const statusOf = async (entryId: string) =>
  (await db.waitlistEntry.findUniqueOrThrow({ where: { id: entryId } })).status;
const offerStatus = async (id: string) => (await db.waitlistOffer.findUniqueOrThrow({ where: { id } })).status;

describe("a time that opens", () => {
  it("is offered only to the first person waiting for it, and held for them", async () => {
    const doctor = await newFullDoctor();
    const [first] = await waiting(3, doctor.doctorId);
    await doctor.free(2);
    expect(await offerTimes(doctor.doctorId)).toBe(1);
    const [offer, ...others] = await openOffersOf(doctor);
    expect(others).toEqual([]);
    expect(offer).toMatchObject({ patientId: first!.patient.id, startsAt: timeOn(2) });
    const hold = await db.appointment.findUniqueOrThrow({ where: { id: offer!.holdId! } });
    expect(hold).toMatchObject({ status: "HELD", bookedByUserId: null, patientId: first!.patient.id });
    expect(hold.holdExpiresAt!.getTime()).toBeGreaterThan(offer!.expiresAt.getTime());
    expect(await slotStarts(doctor.doctorId, 2)).toEqual([]);
    const start = timeOn(2).toISOString();
    for (const { actor } of [await newPatient(), first!])
      expect(await outcome(bookAppointment(actor, { doctorId: doctor.doctorId, start }))).toBe("slot-taken");
    expect(await offerTimes(doctor.doctorId), "a second round").toBe(0);
  });

  it("goes to the first person it suits, by dates, weekdays, hours and their own visits", async () => {
    const doctor = await newFullDoctor();
    const people = [await newPatient(), await newPatient(), await newPatient(), await newPatient(), await newPatient()];
    const [late, hours, weekday, busy, free] = people as [never, never, never, (typeof people)[0], (typeof people)[0]];
    const date = (day: number) => timeOn(day).toISOString().slice(0, 10);
    await wait(late, doctor.doctorId, { from: date(3), to: date(5) });
    await wait(hours, doctor.doctorId, { startTime: "09:15" });
    await wait(weekday, doctor.doctorId, { weekdays: [((timeOn(2).getUTCDay() + 6) % 7) + 1].map((n) => (n % 7) + 1) });
    await wait(busy, doctor.doctorId);
    await wait(free, doctor.doctorId);
    const { doctor: other } = await createDoctor();
    await createAppointment(
      { doctorId: other.id, patientId: busy.patient.id },
      { startsAt: inDays(2, "09:15"), endsAt: inDays(2, "09:45") },
    );
    await doctor.free(2);
    await offerTimes(doctor.doctorId);
    expect(await openOffersOf(doctor)).toMatchObject([{ patientId: free.patient.id }]);
  });

  it("goes to no one with a doctor who isn't verified, and an open offer of theirs is withdrawn", async () => {
    const doctor = await newFullDoctor();
    const people = await waiting(2, doctor.doctorId);
    await doctor.free(1);
    await offerTimes(doctor.doctorId);
    const [offer] = await openOffersOf(doctor);
    await doctor.free(2);
    await db.doctor.update({ where: { id: doctor.doctorId }, data: { verification: "SUSPENDED" } });
    expect(await offerTimes(doctor.doctorId)).toBe(0);
    expect(await offerStatus(offer!.id)).toBe("WITHDRAWN");
    expect((await db.appointment.findUniqueOrThrow({ where: { id: offer!.holdId! } })).status).toBe("EXPIRED");
    expect(await outcome(acceptOffer(people[0]!.actor, offer!.id))).toBe("invalid-transition");
  });

  it("isn't offered within the notice, nor twice to a person, nor a second one while the first is open", async () => {
    const doctor = await newFullDoctor();
    const [only] = await waiting(1, doctor.doctorId);
    await doctor.free(1);
    await doctor.free(2);
    await db.schedule.update({
      where: { id: doctor.scheduleId },
      data: { minNoticeMinutes: Math.ceil((timeOn(1).getTime() - Date.now()) / 60_000) },
    });
    expect(await offerTimes(doctor.doctorId)).toBe(1);
    const [offer] = await openOffersOf(doctor);
    expect(offer!.startsAt).toEqual(timeOn(2));
    await doctor.free(3);
    expect(await offerTimes(doctor.doctorId)).toBe(0);
    await declineOffer(only!.actor, offer!.id);
    expect(await openOffersOf(doctor)).toMatchObject([{ patientId: only!.patient.id, startsAt: timeOn(3) }]);
  });
});

describe("an offer", () => {
  it("passes to the next person when it is declined, and when it lapses, until no one is left", async () => {
    const doctor = await newFullDoctor();
    const [first, second] = await waiting(2, doctor.doctorId);
    await doctor.free(2);
    await offerTimes(doctor.doctorId);
    const [offer] = await openOffersOf(doctor);
    expect((await declineOffer(first!.actor, offer!.id)).status).toBe("WAITING");
    const [next] = await openOffersOf(doctor);
    expect(next).toMatchObject({ patientId: second!.patient.id, startsAt: timeOn(2) });
    await lapseOffers(next!.expiresAt);
    expect(await lapseOffers(next!.expiresAt), "again").toBe(0);
    expect(await offerStatus(next!.id)).toBe("LAPSED");
    expect(await openOffersOf(doctor)).toEqual([]);
    expect(await slotStarts(doctor.doctorId, 2), "open to everyone again").toEqual(["09:00"]);
    expect(await outcome(acceptOffer(second!.actor, next!.id))).toBe("hold-expired");
    const types = await db.domainEvent.findMany({
      where: { aggregate: "waitlist-entry", audience: { has: `patient:${second!.patient.id}` } },
      orderBy: { position: "asc" },
    });
    expect(types.map(({ type }) => type)).toEqual(["waitlist.joined", "waitlist.offered", "waitlist.lapsed"]);
  });

  it("becomes an appointment when it is accepted, once; the entry is fulfilled", async () => {
    const doctor = await newFullDoctor();
    const [first, second] = await waiting(2, doctor.doctorId);
    await doctor.free(2);
    await offerTimes(doctor.doctorId);
    const [offer] = await openOffersOf(doctor);
    expect(await outcome(acceptOffer(second!.actor, offer!.id)), "someone else").toBe("not-found");
    const booked = await acceptOffer(first!.actor, offer!.id);
    expect(booked).toMatchObject({ status: "CONFIRMED", startsAt: timeOn(2), patientId: first!.patient.id });
    expect((await acceptOffer(first!.actor, offer!.id)).id).toBe(booked.id);
    await expect(declineOffer(first!.actor, offer!.id)).rejects.toMatchObject({
      code: "invalid-transition",
      message: "An offer that is “accepted” can't become “declined”.",
    });
    const entry = await db.waitlistEntry.findFirstOrThrow({ where: { patientId: first!.patient.id } });
    expect(entry).toMatchObject({ status: "FULFILLED" });
    expect(await outcome(leaveWaitlist(first!.actor, entry.id))).toBe("ok");
    expect(await statusOf(entry.id)).toBe("FULFILLED");
  });

  it("is withdrawn when its person leaves, and when the doctor closes the hour", async () => {
    const doctor = await newFullDoctor();
    const [first, second] = await waiting(2, doctor.doctorId);
    await doctor.free(2);
    await offerTimes(doctor.doctorId);
    const [offer] = await openOffersOf(doctor);
    const { entryId } = await db.waitlistOffer.findUniqueOrThrow({ where: { id: offer!.id } });
    await leaveWaitlist(first!.actor, entryId);
    expect([await statusOf(entryId), await offerStatus(offer!.id)]).toEqual(["LEFT", "WITHDRAWN"]);
    await offerTimes(doctor.doctorId);
    const [next] = await openOffersOf(doctor);
    expect(next!.patientId).toBe(second!.patient.id);
    await db.schedule.update({ where: { id: doctor.scheduleId }, data: { rules: [] } });
    await offerTimes(doctor.doctorId);
    expect(await offerStatus(next!.id)).toBe("WITHDRAWN");
    expect(await openOffersOf(doctor)).toEqual([]);
  });
});
