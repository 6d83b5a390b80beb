import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerInvitation } from "@/lib/domain/affiliations/answer-invitation";
import { expireInvitations } from "@/lib/domain/affiliations/expire-invitations";
import { findDoctors, findHospitals } from "@/lib/domain/affiliations/internal/find-partners";
import { inviteDoctor } from "@/lib/domain/affiliations/invite-doctor";
import { countPending, getInvitation, listInvitations } from "@/lib/domain/affiliations/queries";
import { withdrawInvitation } from "@/lib/domain/affiliations/withdraw-invitation";
import { listBookableDoctors, listOwnDoctors } from "@/lib/domain/front-desk/list-own-doctors";
import { listHospitalDoctors } from "@/lib/domain/hospitals/queries";
import { hospitalsForHours } from "@/lib/domain/schedules/queries";
import { db } from "@/lib/platform/db/db";
import { createHospital, createStaff, inDays } from "../support/factories";
import { actorOf } from "../support/actors";
import {
  answer,
  askOf,
  codeOf,
  createMeeting,
  eventsOf,
  joinedDoctor,
  MISSING,
  type Meeting,
} from "./affiliations-cast";

let meeting: Meeting;
beforeAll(async () => {
  meeting = await createMeeting();
});
beforeEach(() => db.rateLimitWindow.deleteMany());

let letters = 0;
const newAddress = () => `invited-${++letters}@caresync.test`;
const inviteBy = (email: string) => inviteDoctor(meeting.manager.actor, meeting.hospital.id, { email });
const invite = (doctorId: string) => inviteDoctor(meeting.manager.actor, meeting.hospital.id, { doctorId });
const overdue = (id: string) =>
  db.doctorInvitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1_000) } });

describe("inviting", () => {
  it("is for the manager alone: 403 for the coordinator, the same 404 as for a missing hospital for all others", async () => {
    const { hospital, manager, coordinator, stranger, patient, doctor, admin, free } = meeting;
    expect(await codeOf(inviteDoctor(coordinator.actor, hospital.id, { doctorId: free.id }))).toBe("forbidden");
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
    expect(await codeOf(invite(hidden.id))).toBe("not-found");
  });

  it("waits until the hospital itself is verified, and accepts only the hospital's own departments", async () => {
    const young = await createHospital({ verification: "PENDING", verifiedAt: null });
    const manager = await actorOf((await createStaff(young.id)).user);
    expect(await codeOf(inviteDoctor(manager, young.id, { email: newAddress() }))).toBe("forbidden");
    const foreign = await db.department.create({ data: { hospitalId: meeting.other.id, name: "Elsewhere" } });
    const wrong = inviteDoctor(meeting.manager.actor, meeting.hospital.id, {
      email: newAddress(),
      departmentId: foreign.id,
    });
    expect(await codeOf(wrong)).toBe("invalid");
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
    const second = await actorOf((await createStaff(meeting.hospital.id)).user);
    const [doctor, email] = [await meeting.newDoctor(), newAddress()];
    for (const whom of [{ doctorId: doctor.id }, { email }]) {
      const both = [meeting.manager.actor, second].map((actor) =>
        codeOf(inviteDoctor(actor, meeting.hospital.id, whom)),
      );
      expect((await Promise.all(both)).sort()).toEqual(["already-exists", "ok"]);
      expect(
        await db.doctorInvitation.count({ where: { hospitalId: meeting.hospital.id, status: "PENDING", ...whom } }),
      ).toBe(1);
    }
    expect(await db.outboundMail.count({ where: { toAddress: email } })).toBe(1);
  });

  it("is refused for a doctor who works here already, and possible again once an old invitation has expired", async () => {
    const joined = await joinedDoctor(meeting);
    expect(await codeOf(invite(joined.id))).toBe("already-exists");
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
      codes.push(await codeOf(inviteBy(email)));
      await db.doctorInvitation.updateMany({ where: { email }, data: { status: "WITHDRAWN", tokenHash: null } });
    }
    expect(codes).toEqual([...Array<string>(5).fill("ok"), "rate-limited"]);
  });
});

describe("answering an invitation", () => {
  it("is for the doctor, and a request for the managers, and 404 or 403 for everyone else", async () => {
    const { hospital, manager, coordinator, stranger, patient, admin, free } = meeting;
    const doctor = await meeting.newDoctor();
    const ids = { INVITATION: (await invite(doctor.id)).id, REQUEST: "" };
    const asking = await meeting.newDoctor();
    ids.REQUEST = (await askOf(asking.actor, hospital.id)).id;
    const respond = (actor: typeof free.actor, id: string) => answerInvitation(actor, id, { response: "accept" });
    for (const id of Object.values(ids)) {
      for (const actor of [coordinator.actor, stranger, patient.actor, free.actor]) {
        expect(await answer(respond(actor, id))).toEqual(await answer(respond(actor, MISSING)));
        expect(await codeOf(respond(actor, id))).toBe("not-found");
        expect(await codeOf(withdrawInvitation(actor, id))).toBe("not-found");
      }
      expect(await codeOf(respond(admin.actor, id))).toBe("forbidden");
      expect(await codeOf(withdrawInvitation(admin.actor, id))).toBe("forbidden");
    }
    expect(await codeOf(respond(manager.actor, ids.INVITATION))).toBe("forbidden");
    expect(await codeOf(respond(asking.actor, ids.REQUEST))).toBe("forbidden");
    expect(await codeOf(withdrawInvitation(doctor.actor, ids.INVITATION))).toBe("forbidden");
    expect(await codeOf(withdrawInvitation(manager.actor, ids.REQUEST))).toBe("forbidden");
    expect(await codeOf(respond(doctor.actor, ids.INVITATION))).toBe("ok");
    expect(await codeOf(respond(manager.actor, ids.REQUEST))).toBe("ok");
  });

  it("lists the doctor in the hospital, on its public page and at its front desk, with a place to keep hours", async () => {
    const { hospital, coordinator } = meeting;
    const doctor = await joinedDoctor(meeting);
    const day = { from: inDays(0, "00:00"), to: inDays(1, "00:00") };
    const list = await listOwnDoctors(coordinator.actor, hospital.id, { limit: 100, now: new Date(), day });
    expect(list.items.find(({ id }) => id === doctor.id)).toMatchObject({ affiliation: "ACTIVE", isListed: true });
    expect((await listHospitalDoctors(hospital.id, { limit: 100 })).items.map(({ id }) => id)).toContain(doctor.id);
    expect(
      (await listBookableDoctors(coordinator.actor, hospital.id)).find(({ id }) => id === doctor.id),
    ).toMatchObject({ isBookable: true });
    expect((await hospitalsForHours(db, doctor.id)).map(({ id }) => id)).toEqual([hospital.id]);
    expect(await eventsOf(doctor.affiliationId)).toEqual(["affiliation.created"]);
    const told = await db.domainEvent.findMany({
      where: {
        type: { in: ["hospital.changed", "availability.changed"] },
        aggregateId: { in: [hospital.id, doctor.id] },
      },
    });
    expect(told.map(({ audience }) => audience).flat()).toEqual(
      expect.arrayContaining([`public-hospital:${hospital.id}`, `public-doctor:${doctor.id}`]),
    );
  });

  it("is possible once, and then says what became of it", async () => {
    const doctor = await meeting.newDoctor();
    const { id } = await invite(doctor.id);
    await answerInvitation(doctor.actor, id, { response: "decline", reason: "Too far away" });
    const again = {
      code: "invalid-transition",
      message: "This has already been declined.",
      extra: { status: "DECLINED" },
    };
    expect(await answer(answerInvitation(doctor.actor, id, { response: "accept" }))).toEqual(again);
    expect(await answer(withdrawInvitation(meeting.manager.actor, id))).toEqual(again);
    expect(await getInvitation(meeting.manager.actor, id)).toMatchObject({
      status: "DECLINED",
      statusReason: "Too far away",
    });
    expect(await eventsOf(id)).toEqual(["invitation.created", "invitation.declined"]);
  });

  it("compares the expected version", async () => {
    const doctor = await meeting.newDoctor();
    const { id } = await invite(doctor.id);
    expect(await codeOf(answerInvitation(doctor.actor, id, { response: "accept" }, 7))).toBe("version-mismatch");
    expect(await codeOf(withdrawInvitation(meeting.manager.actor, id, 7))).toBe("version-mismatch");
    expect(await codeOf(withdrawInvitation(meeting.manager.actor, id, 1))).toBe("ok");
  });

  it("can't be done by anyone whose profile is suspended or rejected", async () => {
    for (const verification of ["SUSPENDED", "REJECTED"] as const) {
      const doctor = await meeting.newDoctor();
      const { id } = await invite(doctor.id);
      await db.doctor.update({ where: { id: doctor.id }, data: { verification } });
      expect(await codeOf(answerInvitation(doctor.actor, id, { response: "accept" }))).toBe("invalid-transition");
      expect(await db.affiliation.count({ where: { doctorId: doctor.id } })).toBe(0);
    }
  });
});

describe("asking to join", () => {
  it("is for verified doctors and listed hospitals", async () => {
    const { hospital, patient, manager, newDoctor } = meeting;
    for (const actor of [patient.actor, manager.actor])
      expect(await codeOf(askOf(actor, hospital.id))).toBe("not-found");
    const young = await newDoctor({ verification: "PENDING", verifiedAt: null });
    expect(await codeOf(askOf(young.actor, hospital.id))).toBe("forbidden");
    const doctor = await newDoctor();
    const hidden = await createHospital({ verification: "PENDING", verifiedAt: null });
    expect(await answer(askOf(doctor.actor, hidden.id))).toEqual(await answer(askOf(doctor.actor, MISSING)));
  });

  it("notifies the managers, who accept into one of their departments, and not coordinators", async () => {
    const { hospital, manager, coordinator } = meeting;
    const doctor = await meeting.newDoctor();
    const { id } = await askOf(doctor.actor, hospital.id);
    const event = await db.domainEvent.findFirstOrThrow({ where: { aggregateId: id } });
    expect(event.type).toBe("invitation.requested");
    expect(event.audience).toContain(`user:${manager.user.id}`);
    expect(event.audience).not.toContain(`user:${coordinator.user.id}`);
    const department = await db.department.create({ data: { hospitalId: hospital.id, name: "Requests" } });
    const foreign = await db.department.create({ data: { hospitalId: meeting.other.id, name: "Requests" } });
    expect(await codeOf(answerInvitation(manager.actor, id, { response: "accept", departmentId: foreign.id }))).toBe(
      "invalid",
    );
    const { affiliationId } = await answerInvitation(manager.actor, id, {
      response: "accept",
      departmentId: department.id,
    });
    expect(await db.affiliation.findUniqueOrThrow({ where: { id: affiliationId ?? "" } })).toMatchObject({
      departmentId: department.id,
    });
    expect(await eventsOf(id)).toEqual(["invitation.requested", "invitation.request-accepted"]);
  });

  it("conflicts with an invitation of the same pair, whichever comes first, and each side is told what to do", async () => {
    const [asked, invited] = [await meeting.newDoctor(), await meeting.newDoctor()];
    await askOf(asked.actor, meeting.hospital.id);
    expect(await answer(invite(asked.id))).toMatchObject({
      code: "already-exists",
      message: expect.stringContaining("Answer the request"),
    });
    await invite(invited.id);
    expect(await answer(askOf(invited.actor, meeting.hospital.id))).toMatchObject({
      code: "already-exists",
      message: expect.stringContaining("Accept the invitation"),
    });
    expect(await codeOf(askOf(asked.actor, meeting.hospital.id))).toBe("already-exists");
  });

  it("can be withdrawn by the doctor", async () => {
    const doctor = await meeting.newDoctor();
    const { id } = await askOf(doctor.actor, meeting.hospital.id);
    expect((await withdrawInvitation(doctor.actor, id)).status).toBe("WITHDRAWN");
    expect(await codeOf(answerInvitation(meeting.manager.actor, id, { response: "accept" }))).toBe(
      "invalid-transition",
    );
  });
});

describe("the expiry timer", () => {
  it("ends invitations not answered within fourteen days, once, and notifies both sides", async () => {
    const doctor = await meeting.newDoctor();
    const { id } = await invite(doctor.id);
    await overdue(id);
    expect(await codeOf(answerInvitation(doctor.actor, id, { response: "accept" }))).toBe("invalid-transition");
    const counts = await Promise.all([expireInvitations(), expireInvitations(), expireInvitations()]);
    expect(counts.reduce((a, b) => a + b, 0)).toBeGreaterThan(0);
    expect(await eventsOf(id)).toEqual(["invitation.created", "invitation.expired"]);
    const event = await db.domainEvent.findFirstOrThrow({ where: { aggregateId: id, type: "invitation.expired" } });
    expect(event.audience).toEqual(expect.arrayContaining([`doctor:${doctor.id}`, `user:${meeting.manager.user.id}`]));
    expect((await db.doctorInvitation.findUniqueOrThrow({ where: { id } })).tokenHash).toBeNull();
  });
});

describe("reading invitations", () => {
  it("is for their doctor, the hospital's managers and administrators, page by page", async () => {
    const { hospital, manager, coordinator, stranger, admin, patient, newDoctor } = await createMeeting();
    const ids: string[] = [];
    for (let n = 0; n < 3; n++)
      ids.unshift((await inviteDoctor(manager.actor, hospital.id, { doctorId: (await newDoctor()).id })).id);
    const pages: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listInvitations(manager.actor, { hospitalId: hospital.id }, { limit: 2, cursor });
      pages.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(pages).toEqual(ids);
    expect(await countPending(manager.actor, hospital.id)).toEqual({ invited: 3, requests: 0 });
    expect((await listInvitations(admin.actor, { hospitalId: hospital.id }, { limit: 10 })).items).toHaveLength(3);
    for (const actor of [coordinator.actor, stranger, patient.actor]) {
      expect((await listInvitations(actor, { hospitalId: hospital.id }, { limit: 10 })).items).toEqual([]);
      expect(await countPending(actor, hospital.id)).toEqual({ invited: 0, requests: 0 });
    }
  });

  it("offers the doctors one can invite, and the hospitals one can ask", async () => {
    const { manager, coordinator, stranger } = meeting;
    const hospital = await createHospital({ name: "Saltmarsh Infirmary" });
    const name = "Dr Perpetua Quillfeather";
    const [here, invited, out] = [
      await meeting.newDoctor({ name }),
      await meeting.newDoctor({ name }),
      await meeting.newDoctor({ name }),
    ];
    await meeting.newDoctor({ name, verification: "PENDING", verifiedAt: null });
    const joined = await invite(here.id);
    await answerInvitation(here.actor, joined.id, { response: "accept" });
    await invite(invited.id);
    const found = await findDoctors(manager.actor, { hospitalId: meeting.hospital.id, name: "quillf" });
    expect(found.map(({ id }) => id)).toEqual([out.id]);
    expect(await codeOf(findDoctors(coordinator.actor, { hospitalId: meeting.hospital.id, name }))).toBe("forbidden");
    expect(await codeOf(findDoctors(stranger, { hospitalId: meeting.hospital.id, name }))).toBe("not-found");
    expect((await findHospitals(out.actor, { name: "saltmarsh" })).map(({ id }) => id)).toEqual([hospital.id]);
    await askOf(out.actor, hospital.id);
    expect(await findHospitals(out.actor, { name: "saltmarsh" })).toEqual([]);
    expect(await codeOf(findHospitals(manager.actor, { name: "saltmarsh" }))).toBe("not-found");
  });
});
