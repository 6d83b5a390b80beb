import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerInvitation } from "@/lib/domain/affiliations/answer-invitation";
import { expireInvitations } from "@/lib/domain/affiliations/expire-invitations";
import { inviteDoctor } from "@/lib/domain/affiliations/invite-doctor";
import { getInvitation } from "@/lib/domain/affiliations/queries";
import { db } from "@/lib/platform/db/db";
import { createHospital } from "../support/factories";
import { newStaff } from "../support/actors";
import { answer, outcome } from "../support/outcome";
import { joinedDoctor, MISSING } from "./affiliations-cast";
import { invite, meet, meeting } from "./affiliations-invitations-harness";
import { eventsOf } from "./stored-events";
import { mailsTo } from "@/tests/support/mails";

beforeAll(meet);
beforeEach(() => db.rateLimitWindow.deleteMany());

let letters = 0;
const newAddress = () => `invited-${++letters}@caresync.test`;
const inviteBy = (email: string) => inviteDoctor(meeting.manager.actor, meeting.hospital.id, { email });
const overdue = (id: string) =>
  db.doctorInvitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1_000) } });

describe("inviting", () => {
  it("is for the manager alone: 403 for the coordinator, the same 404 as for a missing hospital for all others", async () => {
    const { hospital, manager, coordinator, stranger, patient, doctor, admin, free } = meeting;
    expect(await outcome(inviteDoctor(coordinator.actor, hospital.id, { doctorId: free.id }))).toBe("forbidden");
    for (const actor of [stranger, patient.actor, doctor.actor, admin.actor, free.actor]) {
      const theirs = await answer(inviteDoctor(actor, hospital.id, { doctorId: free.id }));
      expect(theirs).toEqual(await answer(inviteDoctor(manager.actor, MISSING, { doctorId: free.id })));
      expect(theirs).toMatchObject({ code: "not-found" });
    }
    expect(await db.doctorInvitation.count({ where: { doctorId: free.id } })).toBe(0);
  });

  it("is possible for listed doctors only, and an unverified one is as missing as one who doesn't exist", async () => {
    const hidden = await meeting.newDoctor({ verification: "PENDING", verifiedAt: null });
    expect(await answer(invite(hidden.id))).toEqual(await answer(invite(MISSING)));
    expect(await outcome(invite(hidden.id))).toBe("not-found");
  });

  it("waits until the hospital itself is verified, and accepts only the hospital's own departments", async () => {
    const young = await createHospital({ verification: "PENDING", verifiedAt: null });
    const manager = (await newStaff(young.id)).actor;
    expect(await outcome(inviteDoctor(manager, young.id, { email: newAddress() }))).toBe("forbidden");
    const foreign = await db.department.create({ data: { hospitalId: meeting.other.id, name: "Elsewhere" } });
    const wrong = inviteDoctor(meeting.manager.actor, meeting.hospital.id, {
      email: newAddress(),
      departmentId: foreign.id,
    });
    expect(await outcome(wrong)).toBe("invalid");
  });

  it("leaves an event for both sides and an audit row, without words and addresses", async () => {
    const doctor = await meeting.newDoctor();
    const { id } = await inviteDoctor(meeting.manager.actor, meeting.hospital.id, {
      doctorId: doctor.id,
      message: "A quiet corner office",
    });
    const event = await db.domainEvent.findFirstOrThrow({ where: { aggregateId: id } });
    expect(event).toMatchObject({ type: "invitation.created", actorUserId: meeting.manager.user.id });
    expect(event.audience).toEqual([`doctor:${doctor.id}`, `hospital:${meeting.hospital.id}`]);
    const audit = await db.auditEntry.findFirstOrThrow({ where: { subjectId: id } });
    expect(audit).toMatchObject({ action: "invitation.create", hospitalId: meeting.hospital.id, doctorId: doctor.id });
    expect(JSON.stringify([event.refs, audit.details])).not.toMatch(/office|@/);
  });

  it("twice is refused, by name and by address, also when two managers do it at once", async () => {
    const second = (await newStaff(meeting.hospital.id)).actor;
    const [doctor, email] = [await meeting.newDoctor(), newAddress()];
    for (const whom of [{ doctorId: doctor.id }, { email }]) {
      const both = [meeting.manager.actor, second].map((actor) =>
        outcome(inviteDoctor(actor, meeting.hospital.id, whom)),
      );
      expect((await Promise.all(both)).sort()).toEqual(["already-exists", "ok"]);
      expect(
        await db.doctorInvitation.count({ where: { hospitalId: meeting.hospital.id, status: "PENDING", ...whom } }),
      ).toBe(1);
    }
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it("is refused for a doctor who works here already, and possible again once an old invitation has expired", async () => {
    const joined = await joinedDoctor(meeting);
    expect(await outcome(invite(joined.id))).toBe("already-exists");
    const doctor = await meeting.newDoctor();
    const first = await invite(doctor.id);
    await overdue(first.id);
    const second = await invite(doctor.id);
    expect((await getInvitation(meeting.manager.actor, first.id)).status).toBe("EXPIRED");
    expect(second.status).toBe("PENDING");
  });

  it("does not flood an inbox: one hospital sends at most five mails a day to one address", async () => {
    const email = newAddress();
    const codes: unknown[] = [];
    for (let n = 0; n < 6; n++) {
      codes.push(await outcome(inviteBy(email)));
      await db.doctorInvitation.updateMany({ where: { email }, data: { status: "WITHDRAWN", tokenHash: null } });
    }
    expect(codes).toEqual([...Array<string>(5).fill("ok"), "rate-limited"]);
  });
});

describe("the expiry timer", () => {
  it("ends invitations not answered within fourteen days, once, and notifies both sides", async () => {
    const doctor = await meeting.newDoctor();
    const { id } = await invite(doctor.id);
    await overdue(id);
    expect(await outcome(answerInvitation(doctor.actor, id, { response: "accept" }))).toBe("invalid-transition");
    const counts = await Promise.all([expireInvitations(), expireInvitations(), expireInvitations()]);
    expect(counts.reduce((a, b) => a + b, 0)).toBeGreaterThan(0);
    expect(await eventsOf(id)).toEqual(["invitation.created", "invitation.expired"]);
    const event = await db.domainEvent.findFirstOrThrow({ where: { aggregateId: id, type: "invitation.expired" } });
    expect(event.audience).toEqual(expect.arrayContaining([`doctor:${doctor.id}`, `user:${meeting.manager.user.id}`]));
    expect((await db.doctorInvitation.findUniqueOrThrow({ where: { id } })).tokenHash).toBeNull();
  });
});
