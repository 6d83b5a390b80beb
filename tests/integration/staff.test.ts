import { beforeEach, describe, expect, it } from "vitest";
import { acceptStaffInvitation } from "@/lib/domain/staff/internal/accept-staff-invitation";
import { changeStaffRole } from "@/lib/domain/staff/change-staff-role";
import { expireStaffInvitations } from "@/lib/domain/staff/expire-staff-invitations";
import { findStaffInvitation } from "@/lib/domain/staff/find-staff-invitation";
import { inviteStaff } from "@/lib/domain/staff/invite-staff";
import { listStaff, listStaffInvitations } from "@/lib/domain/staff/list-staff";
import { loadDeskHospital } from "@/lib/domain/hospitals/load-own-hospital";
import { removeStaff } from "@/lib/domain/staff/remove-staff";
import { resendStaffInvitation } from "@/lib/domain/staff/resend-staff-invitation";
import { withdrawStaffInvitation } from "@/lib/domain/staff/withdraw-staff-invitation";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { actorOf, createCast } from "@/tests/support/actors";
import { createHospital, createPatient, createStaff, createUser } from "@/tests/support/factories";

const MISSING = "0199d000-0000-7000-8000-000000000000";
let cast: Awaited<ReturnType<typeof createCast>>;
let hospitalId: string;
let manager: Actor;
let n = 0;

beforeEach(async () => {
  cast = await createCast();
  hospitalId = cast.hospital.id;
  manager = cast.manager.actor;
});

async function answer(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return "ok";
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code, message: error.message, extra: error.extra };
  }
}
const codeOf = async (work: Promise<unknown>) => {
  const given = await answer(work);
  return typeof given === "object" && given && "code" in given ? given.code : given;
};

/** An invitation, and the token from its mail. */
async function invite(role: "MANAGER" | "COORDINATOR" = "COORDINATOR", actor = manager, ofHospital = hospitalId) {
  const email = `invited-${++n}-${ofHospital.slice(-6)}@caresync.test`;
  const invitation = await inviteStaff(actor, { hospitalId: ofHospital, email, role });
  return { ...invitation, token: await mailedToken(email) };
}

async function mailedToken(email: string): Promise<string> {
  const mail = await db.outboundMail.findFirstOrThrow({
    where: { toAddress: email },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return /\/staff-invitations\/([\w-]+)$/m.exec(mail.text)?.[1] ?? "";
}

const membership = (userId: string | null) => db.hospitalStaff.findUnique({ where: { userId: userId ?? "" } });
const statusOf = async (id: string) => (await db.staffInvitation.findUniqueOrThrow({ where: { id } })).status;

describe("managing the staff", () => {
  it("is for the hospital's managers and administrators, and 404 for all others", async () => {
    const { id } = await invite();
    const member = cast.coordinator.staff.id;
    const stranger = await actorOf((await createStaff((await createHospital()).id)).user);
    const steps = (actor: Actor, at: string, of: { member: string; invitation: string }) => [
      () => listStaff(actor, at, { limit: 10 }),
      () => listStaffInvitations(actor, at, { limit: 10 }),
      () => inviteStaff(actor, { hospitalId: at, email: `x-${++n}@caresync.test`, role: "COORDINATOR" }),
      () => changeStaffRole(actor, { hospitalId: at, id: of.member, role: "COORDINATOR" }),
      () => resendStaffInvitation(actor, { hospitalId: at, id: of.invitation }),
      () => withdrawStaffInvitation(actor, { hospitalId: at, id: of.invitation }),
      () => removeStaff(actor, { hospitalId: at, id: of.member }),
    ];
    const nobodys = steps(stranger, MISSING, { member: MISSING, invitation: MISSING });
    for (const actor of [stranger, cast.coordinator.actor, cast.doctor.actor, cast.patient.actor]) {
      for (const [index, step] of steps(actor, hospitalId, { member, invitation: id }).entries()) {
        const theirs = await answer(step());
        expect(theirs).toEqual(await answer(nobodys[index]!()));
        expect(theirs).toMatchObject({ code: "not-found" });
      }
    }
    const second = await invite();
    for (const step of steps(manager, hospitalId, { member, invitation: id })) expect(await codeOf(step())).toBe("ok");
    const { staff } = await createStaff(hospitalId, "COORDINATOR");
    const codes = [];
    for (const step of steps(cast.admin.actor, hospitalId, { member: staff.id, invitation: second.id }))
      codes.push(await codeOf(step()));
    expect(codes).toEqual(["ok", "ok", "forbidden", "ok", "ok", "ok", "ok"]);
  });

  it("lets an administrator invite and promote only where no manager is left, and never themselves", async () => {
    const { actor: admin, user } = cast.admin;
    const invitation = { hospitalId, email: user.email, role: "MANAGER" as const };
    const { staff } = await createStaff(hospitalId, "COORDINATOR");
    expect(await codeOf(inviteStaff(admin, invitation))).toBe("forbidden");
    expect(await codeOf(changeStaffRole(admin, { hospitalId, id: staff.id, role: "MANAGER" }))).toBe("forbidden");
    const deserted = await createHospital();
    await inviteStaff(admin, { ...invitation, hospitalId: deserted.id });
    expect(await codeOf(acceptStaffInvitation(admin, { token: await mailedToken(user.email) }))).toBe("forbidden");
    expect(await membership(user.id)).toBeNull();
  });

  it("sends mail only once the hospital is verified, without its words in subject or first line", async () => {
    const unverified = await createHospital({ verification: "PENDING", name: "You won! See https://evil.example" });
    const { user } = await createStaff(unverified.id);
    const email = `new-${unverified.id.slice(-6)}@caresync.test`;
    const send = async () =>
      inviteStaff(await actorOf(user), { hospitalId: unverified.id, email, role: "COORDINATOR" });
    expect(await codeOf(send())).toBe("forbidden");
    await db.hospital.update({ where: { id: unverified.id }, data: { verification: "VERIFIED" } });
    await send();
    const { subject, text } = await db.outboundMail.findFirstOrThrow({ where: { toAddress: email } });
    expect(subject).toBe("A hospital invites you to its staff on CareSync");
    expect(text.split("\n")[0]).toBe("Hello,");
    expect(text).not.toContain("evil.example");
  });

  it("reaches only its own hospital's people, whatever IDs are named", async () => {
    const other = await createHospital();
    const { user, staff } = await createStaff(other.id);
    await createStaff(other.id);
    const invitation = await invite("COORDINATOR", await actorOf(user), other.id);
    expect(await codeOf(removeStaff(manager, { hospitalId, id: staff.id }))).toBe("not-found");
    expect(await codeOf(changeStaffRole(manager, { hospitalId, id: staff.id, role: "COORDINATOR" }))).toBe("not-found");
    expect(await codeOf(withdrawStaffInvitation(manager, { hospitalId, id: invitation.id }))).toBe("not-found");
    expect(await codeOf(resendStaffInvitation(manager, { hospitalId, id: invitation.id }))).toBe("not-found");
  });

  it("lists them by name, each once across pages", async () => {
    for (let i = 0; i < 5; i++) await createStaff(hospitalId, "COORDINATOR");
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listStaff(manager, hospitalId, { limit: 2, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });
});

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
    expect(await codeOf(inviteStaff(manager, { hospitalId, email, role: "MANAGER" }))).toBe("already-exists");
    expect(
      await codeOf(inviteStaff(manager, { hospitalId, email: cast.coordinator.user.email, role: "MANAGER" })),
    ).toBe("already-exists");
    const elsewhere = (await createStaff((await createHospital()).id)).user.email;
    expect(await codeOf(inviteStaff(manager, { hospitalId, email: elsewhere, role: "MANAGER" }))).toBe("ok");
    expect(await codeOf(inviteStaff(manager, { hospitalId, email: (await createUser()).email, role: "MANAGER" }))).toBe(
      "ok",
    );
    const raced = Array.from({ length: 4 }, () =>
      codeOf(inviteStaff(manager, { hospitalId, email: "raced@caresync.test", role: "COORDINATOR" })),
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
    expect((await loadDeskHospital(joined)).id).toBe(hospitalId);
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
    expect(await codeOf(acceptStaffInvitation(await actorOf(second.user), { token }))).toBe("invalid-token");
    expect(await codeOf(acceptStaffInvitation(await actorOf(second.user), { token: "nobodys" }))).toBe("invalid-token");
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
    expect(await codeOf(acceptStaffInvitation(await actorOf(user), { token }))).toBe("ok");
  });

  it("has one winner when many accept it at once", async () => {
    const { token, id } = await invite();
    const actors = await Promise.all(Array.from({ length: 6 }, async () => actorOf((await createPatient()).user)));
    const codes = await Promise.all(actors.map((actor) => codeOf(acceptStaffInvitation(actor, { token }))));
    expect(codes.filter((code) => code === "ok")).toHaveLength(1);
    expect(codes.filter((code) => code === "invalid-token")).toHaveLength(5);
    const { acceptedByUserId } = await db.staffInvitation.findUniqueOrThrow({ where: { id } });
    expect((await membership(acceptedByUserId))?.hospitalId).toBe(hospitalId);
  });

  it("adds someone who accepts two at once to one staff only", async () => {
    const other = await createHospital();
    const others = await invite("COORDINATOR", await actorOf((await createStaff(other.id)).user), other.id);
    const own = await invite();
    const actor = await actorOf((await createPatient()).user);
    const codes = await Promise.all(
      [own.token, others.token].map((token) => codeOf(acceptStaffInvitation(actor, { token }))),
    );
    expect(codes.sort()).toEqual(["already-exists", "ok"]);
    expect([await statusOf(own.id), await statusOf(others.id)].sort()).toEqual(["ACCEPTED", "PENDING"]);
  });

  it("is either accepted or withdrawn, never both", async () => {
    for (let i = 0; i < 6; i++) {
      const { token, id } = await invite();
      const actor = await actorOf((await createPatient()).user);
      const [accepted, withdrawn] = await Promise.all([
        codeOf(acceptStaffInvitation(actor, { token })),
        codeOf(withdrawStaffInvitation(manager, { hospitalId, id })),
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
    const actor = await actorOf((await createPatient()).user);
    expect(await codeOf(acceptStaffInvitation(actor, { token }))).toBe("invalid-token");
    expect(await codeOf(acceptStaffInvitation(actor, { token: again }))).toBe("ok");
    expect(await codeOf(resendStaffInvitation(manager, { hospitalId, id }))).toBe("invalid-transition");
    expect(await codeOf(withdrawStaffInvitation(manager, { hospitalId, id }))).toBe("invalid-transition");
  });

  it("expires after 14 days, when read and by the timer, and the address can be invited again", async () => {
    const { token, id, email, expiresAt, createdAt } = await invite();
    expect(Math.round((Date.parse(expiresAt) - Date.parse(createdAt)) / 86_400_000)).toBe(14);
    await db.staffInvitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await findStaffInvitation(token)).toBeNull();
    expect(await codeOf(acceptStaffInvitation(await actorOf((await createPatient()).user), { token }))).toBe(
      "invalid-token",
    );
    expect(await expireStaffInvitations()).toBe(1);
    expect(await statusOf(id)).toBe("EXPIRED");
    expect(await expireStaffInvitations()).toBe(0);
    expect(await db.domainEvent.count({ where: { aggregateId: id, type: "staff-invitation.expired" } })).toBe(1);
    const again = await inviteStaff(manager, { hospitalId, email, role: "COORDINATOR" });
    await db.staffInvitation.update({ where: { id: again.id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await codeOf(inviteStaff(manager, { hospitalId, email, role: "COORDINATOR" }))).toBe("ok");
  });
});

describe("the last manager", () => {
  it("can neither leave nor become a coordinator, until there is a second one", async () => {
    const { staff } = cast.manager;
    expect(await codeOf(removeStaff(manager, { hospitalId, id: staff.id }))).toBe("last-manager");
    expect(await codeOf(changeStaffRole(manager, { hospitalId, id: staff.id, role: "COORDINATOR" }))).toBe(
      "last-manager",
    );
    expect(await codeOf(changeStaffRole(manager, { hospitalId, id: cast.coordinator.staff.id, role: "MANAGER" }))).toBe(
      "ok",
    );
    expect(await codeOf(removeStaff(manager, { hospitalId, id: staff.id }))).toBe("ok");
    expect(await db.hospitalStaff.findMany({ where: { hospitalId } })).toMatchObject([
      { id: cast.coordinator.staff.id, role: "MANAGER" },
    ]);
  });

  it("stays when two managers remove each other at once", async () => {
    for (let i = 0; i < 4; i++) {
      const hospital = await createHospital();
      const [one, two] = [await createStaff(hospital.id), await createStaff(hospital.id)];
      const [first, second] = [await actorOf(one.user), await actorOf(two.user)];
      const codes = await Promise.all([
        codeOf(removeStaff(first, { hospitalId: hospital.id, id: two.staff.id })),
        codeOf(
          i % 2 === 0
            ? removeStaff(second, { hospitalId: hospital.id, id: one.staff.id })
            : changeStaffRole(second, { hospitalId: hospital.id, id: one.staff.id, role: "COORDINATOR" }),
        ),
      ]);
      expect(codes.sort()).toEqual(["last-manager", "ok"]);
      expect(await db.hospitalStaff.count({ where: { hospitalId: hospital.id, role: "MANAGER" } })).toBe(1);
    }
  });

  it("is protected by the database itself", async () => {
    await expect(db.hospitalStaff.deleteMany({ where: { hospitalId, role: "MANAGER" } })).rejects.toThrow();
    await expect(
      db.hospitalStaff.updateMany({ where: { hospitalId }, data: { role: "COORDINATOR" } }),
    ).rejects.toThrow();
    expect(await db.hospitalStaff.count({ where: { hospitalId, role: "MANAGER" } })).toBe(1);
  });
});

describe("removing someone", () => {
  it("ends what they see from the next request on, and updates their open pages", async () => {
    const { user, staff, actor } = cast.coordinator;
    expect((await loadDeskHospital(actor)).id).toBe(hospitalId);
    await removeStaff(manager, { hospitalId, id: staff.id });
    const after = await actorOf(user);
    expect(after).toMatchObject({ hospitalId: null, staffRole: null });
    expect(await codeOf(loadDeskHospital(after))).toBe("not-found");
    const event = await db.domainEvent.findFirstOrThrow({ where: { type: "staff.removed", aggregateId: staff.id } });
    expect(event.audience).toEqual([`hospital:${hospitalId}`, `user:${user.id}`]);
    const audit = await db.auditEntry.findFirstOrThrow({ where: { action: "staff.remove", subjectId: staff.id } });
    expect(audit).toMatchObject({
      hospitalId,
      actorUserId: manager.userId,
      details: { userId: user.id, role: "COORDINATOR" },
    });
    expect(await codeOf(removeStaff(manager, { hospitalId, id: staff.id }))).toBe("not-found");
  });

  it("leaves no trace when a role stays as it was", async () => {
    const { staff } = cast.coordinator;
    await changeStaffRole(manager, { hospitalId, id: staff.id, role: "COORDINATOR" });
    expect(await db.domainEvent.count({ where: { aggregateId: staff.id } })).toBe(0);
    await changeStaffRole(manager, { hospitalId, id: staff.id, role: "MANAGER" });
    expect(await db.domainEvent.findMany({ where: { aggregateId: staff.id } })).toMatchObject([
      { type: "staff.role-changed" },
    ]);
    expect((await actorOf(cast.coordinator.user)).staffRole).toBe("MANAGER");
  });
});
