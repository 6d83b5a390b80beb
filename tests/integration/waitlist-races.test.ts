import { expect, it } from "vitest";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { acceptOffer } from "@/lib/domain/waitlist/accept-offer";
import { declineOffer } from "@/lib/domain/waitlist/decline-offer";
import { lapseOffers } from "@/lib/domain/waitlist/lapse-offers";
import { offerTimes } from "@/lib/domain/waitlist/offer-times";
import { db } from "@/lib/platform/db/db";
import { newPatient } from "../support/actors";
import { outcome } from "../support/outcome";
import { newFullDoctor, openOffersOf, timeOn, waiting } from "./waitlist-harness";

const CLIENTS = 25;

/** Who has the time of day 2 in the end. */
const takersOf = (doctorId: string) =>
  db.appointment.findMany({
    where: { doctorId, startsAt: timeOn(2), status: { in: ["HELD", "PENDING", "CONFIRMED"] } },
  });

it("25 rounds at once make one offer for each time and person", async () => {
  const doctor = await newFullDoctor();
  const people = await waiting(5, doctor.doctorId);
  for (const day of [1, 2, 3]) await doctor.free(day);
  const made = await Promise.all(Array.from({ length: CLIENTS }, () => offerTimes(doctor.doctorId)));
  expect(made.reduce((sum, one) => sum + one, 0)).toBe(3);
  const offers = await openOffersOf(doctor);
  expect(offers.map(({ patientId }) => patientId)).toEqual(people.slice(0, 3).map(({ patient }) => patient.id));
});

it("of 25 who accept, decline and book an offered time at once, exactly one gets it", async () => {
  for (let round = 0; round < 4; round++) {
    const doctor = await newFullDoctor();
    const [first, second] = await waiting(2, doctor.doctorId);
    await doctor.free(2);
    await offerTimes(doctor.doctorId);
    const [offer] = await openOffersOf(doctor);
    const strangers = await Promise.all(Array.from({ length: CLIENTS - 10 }, () => newPatient()));
    const start = timeOn(2).toISOString();
    const attempts = [
      ...Array.from({ length: 5 }, () => () => acceptOffer(first!.actor, offer!.id)),
      ...Array.from({ length: 5 }, () => () => declineOffer(first!.actor, offer!.id)),
      ...strangers.map(
        ({ actor }) =>
          () =>
            bookAppointment(actor, { doctorId: doctor.doctorId, start }),
      ),
    ].sort(() => Math.random() - 0.5);
    const results = await Promise.all(attempts.map((attempt) => outcome(attempt())));
    for (const one of results) expect(["ok", "slot-taken", "invalid-transition"]).toContain(one);
    const takers = await takersOf(doctor.doctorId);
    expect(takers).toHaveLength(1);
    const { status } = await db.waitlistOffer.findUniqueOrThrow({ where: { id: offer!.id } });
    expect(["ACCEPTED", "DECLINED"]).toContain(status);
    // Declined, it passed to the second in the same moment; strangers never had a chance.
    const winner = status === "ACCEPTED" ? first! : second!;
    expect(takers[0]!.patientId).toBe(winner.patient.id);
    expect(takers[0]!.status).toBe(status === "ACCEPTED" ? "CONFIRMED" : "HELD");
  }
});

it("an offer is either accepted or lapses, in whichever order both come", async () => {
  for (let round = 0; round < 6; round++) {
    const doctor = await newFullDoctor();
    const [first, second] = await waiting(2, doctor.doctorId);
    await doctor.free(2);
    await offerTimes(doctor.doctorId);
    const [offer] = await openOffersOf(doctor);
    const results = await Promise.all([
      outcome(acceptOffer(first!.actor, offer!.id)),
      ...Array.from({ length: 3 }, () => outcome(lapseOffers(offer!.expiresAt))),
    ]);
    const { status } = await db.waitlistOffer.findUniqueOrThrow({ where: { id: offer!.id } });
    expect([results[0], status]).toEqual(results[0] === "ok" ? ["ok", "ACCEPTED"] : ["hold-expired", "LAPSED"]);
    const takers = await takersOf(doctor.doctorId);
    expect(takers).toMatchObject([{ patientId: (results[0] === "ok" ? first! : second!).patient.id }]);
  }
});
