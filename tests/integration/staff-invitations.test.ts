import { beforeEach, describe, expect, it } from "vitest";
import { acceptStaffInvitation } from "@/lib/domain/staff/internal/accept-staff-invitation";
import { expireStaffInvitations } from "@/lib/domain/staff/expire-staff-invitations";
import { findStaffInvitation } from "@/lib/domain/staff/find-staff-invitation";
import { inviteStaff } from "@/lib/domain/staff/invite-staff";
import { getDeskHospital } from "@/lib/domain/hospitals/load-own-hospital";
import { resendStaffInvitation } from "@/lib/domain/staff/resend-staff-invitation";
import { withdrawStaffInvitation } from "@/lib/domain/staff/withdraw-staff-invitation";
import { db } from "@/lib/platform/db/db";
import { actorOf, newPatient, newStaff } from "@/tests/support/actors";
import { createHospital, createPatient, createStaff, createUser } from "@/tests/support/factories";
import { answer, outcome } from "@/tests/support/outcome";
import { cast, hospitalId, invite, mailedToken, manager, meetEveryone, membership } from "./staff-harness";

beforeEach(meetEveryone);
const statusOf = async (id: string) => (await db.staffInvitation.findUniqueOrThrow({ where: { id } })).status;

describe("an invitation to the staff", () => {
  it("keeps the token as a hash, and the address out of events and audit", async () => {
    const { id, token, email } = await invite();
    const row = await db.staffInvitation.findUniqueOrThrow({ where: { id } });
    expect(token.length).toBeGreaterThan(40);
    expect(row.tokenHash).not.toBe(token);
    const events = await db.domainEvent.findMany({ where: { aggregateId: id } });
    const audits = await db.auditEntry.findMany({ where: { subjectId: id } });
    expect(events.map(({ type }) => type)).toEqual(["staff-invitation.sent"]);
    expect(audits).toHaveLength(1);
    const written = JSON.stringify([
      events.map(({ refs, audience }) => [refs, audience]),
      audits.map(({ details }) => details),
    ]);
    expect(written).not.toContain(email);
    expect(written).not.toContain(token);
  });

  it("is one per address, and refused for members, without revealing other accounts", async () => {
    const { email } = await invite();
    expect(await outcome(inviteStaff(manager, { hospitalId, email, role: "MANAGER" }))).toBe("already-exists");
    expect(
      await outcome(inviteStaff(manager, { hospitalId, email: cast.coordinator.user.email, role: "MANAGER" })),
    ).toBe("already-exists");
    const elsewhere = (await createStaff((await createHospital()).id)).user.email;
    expect(await outcome(inviteStaff(manager, { hospitalId, email: elsewhere, role: "MANAGER" }))).toBe("ok");
    expect(
      await outcome(inviteStaff(manager, { hospitalId, email: (await createUser()).email, role: "MANAGER" })),
    ).toBe("ok");
    const raced = Array.from({ length: 4 }, () =>
      outcome(inviteStaff(manager, { hospitalId, email: "raced@caresync.test", role: "COORDINATOR" })),
    );
    expect((await Promise.all(raced)).sort()).toEqual(["already-exists", "already-exists", "already-exists", "ok"]);
  });

  it("adds the person who opens its link to the staff at once, and works once", async () => {
    const { id, token } = await invite("MANAGER");
    expect(await findStaffInvitation(token)).toMatchObject({
      hospitalId,
      role: "MANAGER",
      hospitalName: cast.hospital.name,
    });
    const { user } = await createPatient();
    expect(await acceptStaffInvitation(await actorOf(user), { token })).toEqual({ hospitalId });
    const joined = await actorOf(user);
    expect(joined).toMatchObject({ hospitalId, staffRole: "MANAGER" });
    expect((await getDeskHospital(joined)).id).toBe(hospitalId);
    expect(await db.staffInvitation.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: "ACCEPTED",
      tokenHash: null,
      acceptedByUserId: user.id,
    });
    const member = await membership(user.id);
    const event = await db.domainEvent.findFirstOrThrow({
      where: { type: "staff.added", aggregateId: member?.id ?? "" },
    });
    expect(event.audience).toEqual([`hospital:${hospitalId}`, `user:${user.id}`]);
    expect(await findStaffInvitation(token)).toBeNull();
    const second = await createPatient();
    expect(await outcome(acceptStaffInvitation(await actorOf(second.user), { token }))).toBe("invalid-token");
    expect(await outcome(acceptStaffInvitation(await actorOf(second.user), { token: "nobodys" }))).toBe(
      "invalid-token",
    );
  });

  it("settles other invitations to their address as well, so that nothing is left to accept", async () => {
    const user = await createUser();
    const own = await inviteStaff(cast.manager.actor, { hospitalId, email: user.email, role: "COORDINATOR" });
    const { token } = await invite();
    await acceptStaffInvitation(await actorOf(user), { token });
    expect(await db.staffInvitation.findUniqueOrThrow({ where: { id: own.id } })).toMatchObject({
      status: "ACCEPTED",
      tokenHash: null,
    });
  });

  it("tells someone who works elsewhere so, without saying where, and keeps its link for later", async () => {
    const other = await createHospital();
    await createStaff(other.id);
    const { user, staff } = await createStaff(other.id, "COORDINATOR");
    const { id, token } = await invite();
    const refusal = await answer(acceptStaffInvitation(await actorOf(user), { token }));
    expect(refusal).toMatchObject({ code: "already-exists" });
    expect(JSON.stringify(refusal)).not.toContain(other.name);
    expect(await statusOf(id)).toBe("PENDING");
    await db.hospitalStaff.delete({ where: { id: staff.id } });
    expect(await outcome(acceptStaffInvitation(await actorOf(user), { token }))).toBe("ok");
  });

  it("has one winner when many accept it at once", async () => {
    const { token, id } = await invite();
    const actors = await Promise.all(Array.from({ length: 6 }, async () => (await newPatient()).actor));
    const codes = await Promise.all(actors.map((actor) => outcome(acceptStaffInvitation(actor, { token }))));
    expect(codes.filter((code) => code === "ok")).toHaveLength(1);
    expect(codes.filter((code) => code === "invalid-token")).toHaveLength(5);
    const { acceptedByUserId } = await db.staffInvitation.findUniqueOrThrow({ where: { id } });
    expect((await membership(acceptedByUserId))?.hospitalId).toBe(hospitalId);
  });

  it("adds someone who accepts two at once to one staff only", async () => {
    const other = await createHospital();
    const others = await invite("COORDINATOR", (await newStaff(other.id)).actor, other.id);
    const own = await invite();
    const actor = (await newPatient()).actor;
    const codes = await Promise.all(
      [own.token, others.token].map((token) => outcome(acceptStaffInvitation(actor, { token }))),
    );
    expect(codes.sort()).toEqual(["already-exists", "ok"]);
    expect([await statusOf(own.id), await statusOf(others.id)].sort()).toEqual(["ACCEPTED", "PENDING"]);
  });

  it("is either accepted or withdrawn, never both", async () => {
    for (let i = 0; i < 6; i++) {
      const { token, id } = await invite();
      const actor = (await newPatient()).actor;
      const [accepted, withdrawn] = await Promise.all([
        outcome(acceptStaffInvitation(actor, { token })),
        outcome(withdrawStaffInvitation(manager, { hospitalId, id })),
      ]);
      const status = await statusOf(id);
      if (status === "ACCEPTED") expect([accepted, withdrawn]).toEqual(["ok", "invalid-transition"]);
      else expect([status, accepted, withdrawn]).toEqual(["WITHDRAWN", "invalid-token", "ok"]);
      expect((await membership(actor.userId)) !== null).toBe(status === "ACCEPTED");
    }
  });

  it("has a new link when resent, and the old one is dead", async () => {
    const { token, id, email } = await invite();
    await resendStaffInvitation(manager, { hospitalId, id });
    const again = await mailedToken(email);
    expect(again).not.toBe(token);
    const actor = (await newPatient()).actor;
    expect(await outcome(acceptStaffInvitation(actor, { token }))).toBe("invalid-token");
    expect(await outcome(acceptStaffInvitation(actor, { token: again }))).toBe("ok");
    expect(await outcome(resendStaffInvitation(manager, { hospitalId, id }))).toBe("invalid-transition");
    expect(await outcome(withdrawStaffInvitation(manager, { hospitalId, id }))).toBe("invalid-transition");
  });

  it("expires after 14 days, when read and by the timer, and the address can be invited again", async () => {
    const { token, id, email, expiresAt, createdAt } = await invite();
    expect(Math.round((Date.parse(expiresAt) - Date.parse(createdAt)) / 86_400_000)).toBe(14);
    await db.staffInvitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await findStaffInvitation(token)).toBeNull();
    expect(await outcome(acceptStaffInvitation((await newPatient()).actor, { token }))).toBe("invalid-token");
    expect(await expireStaffInvitations()).toBe(1);
    expect(await statusOf(id)).toBe("EXPIRED");
    expect(await expireStaffInvitations()).toBe(0);
    expect(await db.domainEvent.count({ where: { aggregateId: id, type: "staff-invitation.expired" } })).toBe(1);
    const again = await inviteStaff(manager, { hospitalId, email, role: "COORDINATOR" });
    await db.staffInvitation.update({ where: { id: again.id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await outcome(inviteStaff(manager, { hospitalId, email, role: "COORDINATOR" }))).toBe("ok");
  });
});
