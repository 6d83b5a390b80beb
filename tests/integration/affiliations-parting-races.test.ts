import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerByLink } from "@/lib/domain/affiliations/answer-link";
import { changeAffiliation } from "@/lib/domain/affiliations/change-affiliation";
import { inviteDoctor } from "@/lib/domain/affiliations/invite-doctor";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { db } from "@/lib/platform/db/db";
import { createSchedule, inDays } from "../support/factories";
import { newPatient } from "../support/actors";
import { outcome } from "../support/outcome";
import { createMeeting, joinedDoctor, tokenSentTo, type Meeting } from "./affiliations-cast";

/** Real concurrency, many times: each round is a new pair, and both sides start together. */
const ROUNDS = 12;
const rounds = Array.from({ length: ROUNDS }, (_, n) => n);

let meeting: Meeting;
beforeAll(async () => {
  meeting = await createMeeting();
});
beforeEach(() => db.rateLimitWindow.deleteMany());

const affiliations = (doctorId: string) =>
  db.affiliation.findMany({ where: { doctorId, hospitalId: meeting.hospital.id }, select: { id: true, status: true } });

describe("an affiliation", () => {
  it("that one manager suspends while another link is accepted stays one, suspended", async () => {
    for (const n of rounds) {
      const doctor = await joinedDoctor(meeting);
      const email = `again-${n}@caresync.test`;
      await inviteDoctor(meeting.manager.actor, meeting.hospital.id, { email });
      const token = await tokenSentTo(email);
      const [suspended, accepted] = await Promise.all([
        outcome(
          changeAffiliation(meeting.manager.actor, doctor.affiliationId, { status: "SUSPENDED", reason: "A question" }),
        ),
        outcome(answerByLink(doctor.actor, { token, response: "accept" })),
      ]);
      expect([suspended, accepted]).toEqual(["ok", "already-exists"]);
      expect(await affiliations(doctor.id)).toEqual([{ id: doctor.affiliationId, status: "SUSPENDED" }]);
    }
  });

  it("that both sides end at once ends once", async () => {
    for (const n of rounds) {
      const doctor = await joinedDoctor(meeting);
      const end = (actor: typeof doctor.actor) =>
        outcome(changeAffiliation(actor, doctor.affiliationId, { status: "ENDED", reason: `Parting ${n}` }));
      const codes = await Promise.all([end(doctor.actor), end(meeting.manager.actor)]);
      // The slower one, with the same goal, has what they wanted.
      expect(codes).toEqual(["ok", "ok"]);
      expect(
        await db.domainEvent.count({ where: { aggregateId: doctor.affiliationId, type: "affiliation.ended" } }),
      ).toBe(1);
    }
  });

  it("that ends while someone books leaves no visit without a request to rebook", async () => {
    for (const n of rounds) {
      const doctor = await joinedDoctor(meeting);
      await createSchedule(doctor.id, { hospitalId: meeting.hospital.id });
      const patient = (await newPatient()).actor;
      const start = inDays(3, "10:00").toISOString();
      const book = () =>
        outcome(bookAppointment(patient, { doctorId: doctor.id, start, hospitalId: meeting.hospital.id }));
      const end = () =>
        outcome(changeAffiliation(meeting.manager.actor, doctor.affiliationId, { status: "ENDED", reason: "Closing" }));
      const [booked, ended] =
        n % 2 ? await Promise.all([book(), end()]) : (await Promise.all([end(), book()])).reverse();
      expect(ended).toBe("ok");
      expect(["ok", "slot-not-offered"]).toContain(booked);
      const visits = await db.appointment.findMany({
        where: { doctorId: doctor.id, hospitalId: meeting.hospital.id },
        select: { status: true, needsRebooking: true },
      });
      expect(visits).toEqual(booked === "ok" ? [{ status: "CONFIRMED", needsRebooking: true }] : []);
    }
  });
});
