import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerInvitation } from "@/lib/domain/affiliations/answer-invitation";
import { answerByLink } from "@/lib/domain/affiliations/answer-link";
import { inviteDoctor } from "@/lib/domain/affiliations/invite-doctor";
import { findInvitationByLink, getInvitation, listInvitations } from "@/lib/domain/affiliations/queries";
import { withdrawInvitation } from "@/lib/domain/affiliations/withdraw-invitation";
import { hashSecretToken } from "@/lib/platform/auth/secret-token";
import { db } from "@/lib/platform/db/db";
import { createUser } from "../support/factories";
import { answer, outcome } from "../support/outcome";
import { createMeeting, joinedDoctor, tokenSentTo, type Meeting } from "./affiliations-cast";
import { newestMailTo } from "@/tests/support/mails";

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

describe("an invitation to an address", () => {
  it("does not reveal whose address it is: a doctor's here, a pending doctor's, a stranger's or unused", async () => {
    const [joined, invited, outsider] = [await joinedDoctor(meeting), await meeting.newDoctor(), await createUser()];
    await invite(invited.id);
    const emails = [joined.user.email, invited.user.email, outsider.email, newAddress()];
    for (const email of emails) {
      const { id } = await inviteBy(email);
      const { items } = await listInvitations(
        meeting.manager.actor,
        { hospitalId: meeting.hospital.id, status: "PENDING" },
        { limit: 100 },
      );
      expect(items.find((item) => item.id === id)).toMatchObject({
        email,
        doctorId: null,
        doctor: null,
        status: "PENDING",
      });
      expect((await newestMailTo(email)).text).toContain("/invitations/");
    }
  });

  it("is not shown to an account with that address, because only the mail proves ownership", async () => {
    const doctor = await meeting.newDoctor();
    const { id } = await inviteBy(doctor.user.email);
    expect(await outcome(getInvitation(doctor.actor, id))).toBe("not-found");
    expect(await outcome(answerInvitation(doctor.actor, id, { response: "accept" }))).toBe("not-found");
  });

  it("does not reveal who declined it", async () => {
    const [doctor, email] = [await meeting.newDoctor(), newAddress()];
    const { id } = await inviteBy(email);
    await answerByLink(doctor.actor, { token: await tokenSentTo(email), response: "decline", reason: "Too far away" });
    const seen = await getInvitation(meeting.manager.actor, id);
    expect(seen).toMatchObject({ status: "DECLINED", doctorId: null, doctor: null, statusReason: "Too far away" });
    const events = await db.domainEvent.findMany({ where: { aggregateId: id } });
    expect(JSON.stringify(events.map(({ audience, refs }) => [audience, refs]))).not.toContain(doctor.id);
  });
});

describe("the link in the mail", () => {
  it("is kept as a hash for fourteen days, and the token itself only in the mail", async () => {
    const email = newAddress();
    const { id } = await inviteBy(email);
    const token = await tokenSentTo(email);
    const row = await db.doctorInvitation.findUniqueOrThrow({ where: { id } });
    expect(row.tokenHash).toBe(hashSecretToken(token));
    expect(Math.round((row.expiresAt.getTime() - Date.now()) / 3600_000)).toBe(14 * 24);
    const tables = await db.$queryRaw<{ schema: string; name: string }[]>`
      SELECT "table_schema" AS "schema", "table_name" AS "name" FROM information_schema.table_privileges
      WHERE "privilege_type" = 'SELECT' AND "table_schema" IN ('public', 'graphile_worker') AND "table_name" <> 'Message'`;
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["DoctorInvitation", "DomainEvent", "AuditEntry", "_private_jobs"]),
    );
    for (const { schema, name } of tables) {
      const found = await db.$queryRawUnsafe<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM "${schema}"."${name}" t WHERE t::text LIKE '%' || $1 || '%'`,
        token,
      );
      expect(found[0]?.n, name).toBe(0);
    }
  });

  it("works once, for anyone with a doctor's account", async () => {
    const email = newAddress();
    const department = await db.department.create({
      data: { hospitalId: meeting.hospital.id, name: "Link department" },
    });
    await inviteDoctor(meeting.manager.actor, meeting.hospital.id, { email, departmentId: department.id });
    const token = await tokenSentTo(email);
    const [first, second] = [await meeting.newDoctor(), await meeting.newDoctor()];
    for (const actor of [meeting.patient.actor, meeting.manager.actor, meeting.admin.actor]) {
      expect(await outcome(answerByLink(actor, { token, response: "accept" }))).toBe("forbidden");
    }
    const row = await answerByLink(first.actor, { token, response: "accept" });
    expect(row).toMatchObject({ status: "ACCEPTED", doctorId: first.id });
    expect(await db.affiliation.findUniqueOrThrow({ where: { id: row.affiliationId ?? "" } })).toMatchObject({
      doctorId: first.id,
      departmentId: department.id,
      status: "ACTIVE",
    });
    for (const doctor of [first, second])
      expect(await outcome(answerByLink(doctor.actor, { token, response: "decline" }))).toBe("invalid-token");
    expect(await findInvitationByLink(token)).toBeNull();
  });

  it("to a named doctor works with that doctor's account only", async () => {
    const [doctor, other] = [await meeting.newDoctor(), await meeting.newDoctor()];
    await invite(doctor.id);
    const token = await tokenSentTo(doctor.user.email);
    expect(await outcome(answerByLink(other.actor, { token, response: "accept" }))).toBe("forbidden");
    expect((await answerByLink(doctor.actor, { token, response: "accept" })).status).toBe("ACCEPTED");
  });

  it("is dead once withdrawn, declined or expired, and says the same as one that never existed", async () => {
    const doctor = await meeting.newDoctor();
    const dead = async (end: (id: string, token: string) => Promise<unknown>) => {
      const email = newAddress();
      const { id } = await inviteBy(email);
      const token = await tokenSentTo(email);
      await end(id, token);
      return answer(answerByLink(doctor.actor, { token, response: "accept" }));
    };
    const answers = [
      await dead((id) => withdrawInvitation(meeting.manager.actor, id)),
      await dead((_id, token) => answerByLink(doctor.actor, { token, response: "decline" })),
      await dead((id) => overdue(id)),
      await answer(answerByLink(doctor.actor, { token: "never-was", response: "accept" })),
    ];
    for (const one of answers)
      expect(one).toEqual({
        code: "invalid-token",
        message: "This link has been used or withdrawn, or is older than 14 days.",
        extra: undefined,
      });
  });

  it("is settled when the doctor joins in another way, and stays valid for others", async () => {
    const doctor = await meeting.newDoctor();
    const [own, other] = [await inviteBy(doctor.user.email), await inviteBy(newAddress())];
    const { id } = await invite(doctor.id);
    await answerInvitation(doctor.actor, id, { response: "accept" });
    const statusOf = async (invitation: { id: string }) =>
      (await db.doctorInvitation.findUniqueOrThrow({ where: { id: invitation.id } })).status;
    expect([await statusOf(own), await statusOf(other)]).toEqual(["ACCEPTED", "PENDING"]);
  });

  it("settles the invitation by name as well, so that nothing is left to answer", async () => {
    const [doctor, email] = [await meeting.newDoctor(), newAddress()];
    const named = await invite(doctor.id);
    await inviteBy(email);
    const { affiliationId } = await answerByLink(doctor.actor, { token: await tokenSentTo(email), response: "accept" });
    expect(await getInvitation(doctor.actor, named.id)).toMatchObject({ status: "ACCEPTED", affiliationId });
  });
});
