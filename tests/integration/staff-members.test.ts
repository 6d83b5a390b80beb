import { beforeEach, describe, expect, it } from "vitest";
import { acceptStaffInvitation } from "@/lib/domain/staff/internal/accept-staff-invitation";
import { changeStaffRole } from "@/lib/domain/staff/change-staff-role";
import { inviteStaff } from "@/lib/domain/staff/invite-staff";
import { listStaff, listStaffInvitations } from "@/lib/domain/staff/list-staff";
import { getDeskHospital } from "@/lib/domain/hospitals/load-own-hospital";
import { removeStaff } from "@/lib/domain/staff/remove-staff";
import { resendStaffInvitation } from "@/lib/domain/staff/resend-staff-invitation";
import { withdrawStaffInvitation } from "@/lib/domain/staff/withdraw-staff-invitation";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { actorOf, newStaff } from "@/tests/support/actors";
import { createHospital, createStaff } from "@/tests/support/factories";
import { answer, outcome } from "@/tests/support/outcome";
import { cast, hospitalId, invite, mailedToken, manager, meetEveryone, membership } from "./staff-harness";
import { newestMailTo } from "@/tests/support/mails";

const MISSING = "0199d000-0000-7000-8000-000000000000";
let invited = 0;

beforeEach(meetEveryone);

describe("managing the staff", () => {
  it("is for the hospital's managers and administrators, and 404 for all others", async () => {
    const { id } = await invite();
    const member = cast.coordinator.staff.id;
    const stranger = (await newStaff((await createHospital()).id)).actor;
    const steps = (actor: Actor, at: string, of: { member: string; invitation: string }) => [
      () => listStaff(actor, at, { limit: 10 }),
      () => listStaffInvitations(actor, at, { limit: 10 }),
      () => inviteStaff(actor, { hospitalId: at, email: `x-${++invited}@caresync.test`, role: "COORDINATOR" }),
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
    for (const step of steps(manager, hospitalId, { member, invitation: id })) expect(await outcome(step())).toBe("ok");
    const { staff } = await createStaff(hospitalId, "COORDINATOR");
    const codes = [];
    for (const step of steps(cast.admin.actor, hospitalId, { member: staff.id, invitation: second.id }))
      codes.push(await outcome(step()));
    expect(codes).toEqual(["ok", "ok", "forbidden", "ok", "ok", "ok", "ok"]);
  });

  it("lets an administrator invite and promote only where no manager is left, and never themselves", async () => {
    const { actor: admin, user } = cast.admin;
    const invitation = { hospitalId, email: user.email, role: "MANAGER" as const };
    const { staff } = await createStaff(hospitalId, "COORDINATOR");
    expect(await outcome(inviteStaff(admin, invitation))).toBe("forbidden");
    expect(await outcome(changeStaffRole(admin, { hospitalId, id: staff.id, role: "MANAGER" }))).toBe("forbidden");
    const deserted = await createHospital();
    await inviteStaff(admin, { ...invitation, hospitalId: deserted.id });
    expect(await outcome(acceptStaffInvitation(admin, { token: await mailedToken(user.email) }))).toBe("forbidden");
    expect(await membership(user.id)).toBeNull();
  });

  it("sends mail only once the hospital is verified, without its words in subject or first line", async () => {
    const unverified = await createHospital({ verification: "PENDING", name: "You won! See https://evil.example" });
    const { user } = await createStaff(unverified.id);
    const email = `new-${unverified.id.slice(-6)}@caresync.test`;
    const send = async () =>
      inviteStaff(await actorOf(user), { hospitalId: unverified.id, email, role: "COORDINATOR" });
    expect(await outcome(send())).toBe("forbidden");
    await db.hospital.update({ where: { id: unverified.id }, data: { verification: "VERIFIED" } });
    await send();
    const { subject, text } = await newestMailTo(email);
    expect(subject).toBe("A hospital invites you to its staff on CareSync");
    expect(text.split("\n")[0]).toBe("Hello,");
    expect(text).not.toContain("evil.example");
  });

  it("reaches only its own hospital's people, whatever IDs are named", async () => {
    const other = await createHospital();
    const { user, staff } = await createStaff(other.id);
    await createStaff(other.id);
    const invitation = await invite("COORDINATOR", await actorOf(user), other.id);
    expect(await outcome(removeStaff(manager, { hospitalId, id: staff.id }))).toBe("not-found");
    expect(await outcome(changeStaffRole(manager, { hospitalId, id: staff.id, role: "COORDINATOR" }))).toBe(
      "not-found",
    );
    expect(await outcome(withdrawStaffInvitation(manager, { hospitalId, id: invitation.id }))).toBe("not-found");
    expect(await outcome(resendStaffInvitation(manager, { hospitalId, id: invitation.id }))).toBe("not-found");
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

describe("the last manager", () => {
  it("can neither leave nor become a coordinator, until there is a second one", async () => {
    const { staff } = cast.manager;
    expect(await outcome(removeStaff(manager, { hospitalId, id: staff.id }))).toBe("last-manager");
    expect(await outcome(changeStaffRole(manager, { hospitalId, id: staff.id, role: "COORDINATOR" }))).toBe(
      "last-manager",
    );
    expect(
      await outcome(changeStaffRole(manager, { hospitalId, id: cast.coordinator.staff.id, role: "MANAGER" })),
    ).toBe("ok");
    expect(await outcome(removeStaff(manager, { hospitalId, id: staff.id }))).toBe("ok");
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
        outcome(removeStaff(first, { hospitalId: hospital.id, id: two.staff.id })),
        outcome(
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
    expect((await getDeskHospital(actor)).id).toBe(hospitalId);
    await removeStaff(manager, { hospitalId, id: staff.id });
    const after = await actorOf(user);
    expect(after).toMatchObject({ hospitalId: null, staffRole: null });
    expect(await outcome(getDeskHospital(after))).toBe("not-found");
    const event = await db.domainEvent.findFirstOrThrow({ where: { type: "staff.removed", aggregateId: staff.id } });
    expect(event.audience).toEqual([`hospital:${hospitalId}`, `user:${user.id}`]);
    const audit = await db.auditEntry.findFirstOrThrow({ where: { action: "staff.remove", subjectId: staff.id } });
    expect(audit).toMatchObject({
      hospitalId,
      actorUserId: manager.userId,
      details: { userId: user.id, role: "COORDINATOR" },
    });
    expect(await outcome(removeStaff(manager, { hospitalId, id: staff.id }))).toBe("not-found");
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
