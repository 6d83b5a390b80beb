import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decideVerification } from "@/lib/domain/administration/decide-verification";
import { answerInvitation } from "@/lib/domain/affiliations/answer-invitation";
import { answerByLink } from "@/lib/domain/affiliations/answer-link";
import { expireInvitations } from "@/lib/domain/affiliations/expire-invitations";
import { inviteDoctor } from "@/lib/domain/affiliations/invite-doctor";
import { getInvitation } from "@/lib/domain/affiliations/queries";
import { withdrawInvitation } from "@/lib/domain/affiliations/withdraw-invitation";
import { db } from "@/lib/platform/db/db";
import { newStaff } from "../support/actors";
import { outcome } from "../support/outcome";
import { askOf, createMeeting, tokenSentTo, type Meeting } from "./affiliations-cast";

/** Real concurrency, many times: each round is a new pair, and both sides start together. */
const ROUNDS = 12;
const rounds = Array.from({ length: ROUNDS }, (_, n) => n);

let meeting: Meeting;
beforeAll(async () => {
  meeting = await createMeeting();
});
beforeEach(() => db.rateLimitWindow.deleteMany());

const invite = (doctorId: string) => inviteDoctor(meeting.manager.actor, meeting.hospital.id, { doctorId });
const affiliations = (doctorId: string) =>
  db.affiliation.findMany({ where: { doctorId, hospitalId: meeting.hospital.id }, select: { id: true, status: true } });
const acceptedEvents = (id: string) =>
  db.domainEvent.count({
    where: { aggregateId: id, type: { in: ["invitation.accepted", "invitation.request-accepted"] } },
  });

describe("when two act at the same moment, one wins and the other is told the outcome:", () => {
  it("accepting against withdrawing", async () => {
    for (const n of rounds) {
      const doctor = await meeting.newDoctor();
      const { id } = await invite(doctor.id);
      const accept = () => outcome(answerInvitation(doctor.actor, id, { response: "accept" }));
      const withdraw = () => outcome(withdrawInvitation(meeting.manager.actor, id));
      const codes = await Promise.all(n % 2 ? [accept(), withdraw()] : [withdraw(), accept()]);
      expect([...codes].sort()).toEqual(["invalid-transition", "ok"]);
      const row = await getInvitation(meeting.manager.actor, id);
      const isAccepted = row.status === "ACCEPTED";
      expect(["ACCEPTED", "WITHDRAWN"]).toContain(row.status);
      expect(await affiliations(doctor.id)).toHaveLength(isAccepted ? 1 : 0);
      expect(await acceptedEvents(id)).toBe(isAccepted ? 1 : 0);
    }
  });

  it("accepting by the link against withdrawing", async () => {
    for (const n of rounds) {
      const doctor = await meeting.newDoctor();
      const email = `race-${n}@caresync.test`;
      const { id } = await inviteDoctor(meeting.manager.actor, meeting.hospital.id, { email });
      const token = await tokenSentTo(email);
      const [answered, withdrawn] = await Promise.all([
        outcome(answerByLink(doctor.actor, { token, response: "accept" })),
        outcome(withdrawInvitation(meeting.manager.actor, id)),
      ]);
      expect([[answered, withdrawn]]).toEqual(
        answered === "ok" ? [["ok", "invalid-transition"]] : [["invalid-token", "ok"]],
      );
      expect(await affiliations(doctor.id)).toHaveLength(answered === "ok" ? 1 : 0);
    }
  });

  it("accepting twice, and accepting against declining", async () => {
    for (const n of rounds) {
      const doctor = await meeting.newDoctor();
      const { id } = await invite(doctor.id);
      const answers = (["accept", n % 2 ? "accept" : "decline", "accept"] as const).map((response) =>
        outcome(answerInvitation(doctor.actor, id, { response })),
      );
      expect((await Promise.all(answers)).sort()).toEqual(["invalid-transition", "invalid-transition", "ok"]);
      const { status } = await getInvitation(doctor.actor, id);
      expect(await affiliations(doctor.id)).toHaveLength(status === "ACCEPTED" ? 1 : 0);
    }
  });

  it("one link used by two doctors", async () => {
    for (const n of rounds) {
      const [a, b] = [await meeting.newDoctor(), await meeting.newDoctor()];
      const email = `shared-${n}@caresync.test`;
      await inviteDoctor(meeting.manager.actor, meeting.hospital.id, { email });
      const token = await tokenSentTo(email);
      const codes = await Promise.all(
        [a, b].map(({ actor }) => outcome(answerByLink(actor, { token, response: "accept" }))),
      );
      expect([...codes].sort()).toEqual(["invalid-token", "ok"]);
      expect((await affiliations(a.id)).length + (await affiliations(b.id)).length).toBe(1);
    }
  });

  it("two links, and an invitation by name, used by one doctor", async () => {
    for (const n of rounds) {
      const doctor = await meeting.newDoctor();
      const emails = [`first-${n}@caresync.test`, `second-${n}@caresync.test`];
      for (const email of emails) await inviteDoctor(meeting.manager.actor, meeting.hospital.id, { email });
      const named = await invite(doctor.id);
      const tokens = await Promise.all(emails.map(tokenSentTo));
      const codes = await Promise.all([
        ...tokens.map((token) => outcome(answerByLink(doctor.actor, { token, response: "accept" }))),
        outcome(answerInvitation(doctor.actor, named.id, { response: "accept" })),
      ]);
      expect(codes.filter((code) => code === "ok")).toHaveLength(1);
      expect(
        codes.filter((code) => code !== "ok" && code !== "already-exists" && code !== "invalid-transition"),
      ).toEqual([]);
      expect(await affiliations(doctor.id)).toHaveLength(1);
      expect((await getInvitation(doctor.actor, named.id)).status).toBe("ACCEPTED");
    }
  });

  it("two managers answering one request", async () => {
    const second = (await newStaff(meeting.hospital.id)).actor;
    for (const n of rounds) {
      const doctor = await meeting.newDoctor();
      const { id } = await askOf(doctor.actor, meeting.hospital.id);
      const codes = await Promise.all([
        outcome(answerInvitation(meeting.manager.actor, id, { response: "accept" })),
        outcome(answerInvitation(second, id, { response: n % 2 ? "accept" : "decline" })),
      ]);
      expect([...codes].sort()).toEqual(["invalid-transition", "ok"]);
      expect(await affiliations(doctor.id)).toHaveLength((await acceptedEvents(id)) === 1 ? 1 : 0);
    }
  });

  it("a hospital inviting and the doctor asking to join it", async () => {
    for (const n of rounds) {
      const doctor = await meeting.newDoctor();
      const invited = () => outcome(invite(doctor.id));
      const asked = () => outcome(askOf(doctor.actor, meeting.hospital.id));
      const codes = await Promise.all(n % 2 ? [invited(), asked()] : [asked(), invited()]);
      expect([...codes].sort()).toEqual(["already-exists", "ok"]);
      expect(await db.doctorInvitation.count({ where: { doctorId: doctor.id, status: "PENDING" } })).toBe(1);
    }
  });

  it("accepting against the timer", async () => {
    for (let n = 0; n < 6; n++) {
      const doctor = await meeting.newDoctor();
      const { id } = await invite(doctor.id);
      const later = new Date(Date.now() + 15 * 24 * 3600_000);
      const [code] = await Promise.all([
        outcome(answerInvitation(doctor.actor, id, { response: "accept" })),
        expireInvitations(later),
      ]);
      const { status } = await db.doctorInvitation.findUniqueOrThrow({ where: { id } });
      expect([code, status]).toEqual(code === "ok" ? ["ok", "ACCEPTED"] : ["invalid-transition", "EXPIRED"]);
      expect(await affiliations(doctor.id)).toHaveLength(code === "ok" ? 1 : 0);
    }
  });
});

describe("a doctor whose profile is suspended while they accept", () => {
  it("has joined and is not listed, or was suspended first and has not joined", async () => {
    for (const n of rounds) {
      const doctor = await meeting.newDoctor();
      const { id } = await invite(doctor.id);
      const accept = () => outcome(answerInvitation(doctor.actor, id, { response: "accept" }));
      const suspend = () =>
        outcome(
          decideVerification(meeting.admin.actor, {
            kind: "doctor",
            id: doctor.id,
            decision: "suspend",
            reason: "A complaint",
          }),
        );
      const [accepted, suspended] =
        n % 2 ? await Promise.all([accept(), suspend()]) : (await Promise.all([suspend(), accept()])).reverse();
      expect(suspended).toBe("ok");
      expect(["ok", "invalid-transition"]).toContain(accepted);
      expect(await affiliations(doctor.id)).toHaveLength(accepted === "ok" ? 1 : 0);
    }
  });
});
