import { describe, expect, it } from "vitest";
import { addChild } from "@/lib/domain/family/add-child";
import { changeAccess } from "@/lib/domain/family/change-access";
import { endAccess } from "@/lib/domain/family/end-access";
import { expireFamilyInvitations } from "@/lib/domain/family/expire-family-invitations";
import { findFamilyInvitation } from "@/lib/domain/family/find-family-invitation";
import { acceptFamilyInvitation } from "@/lib/domain/family/internal/accept-family-invitation";
import { listAccess } from "@/lib/domain/family/list-access";
import { loadFamily } from "@/lib/domain/family/load-family";
import { withdrawFamilyInvitation } from "@/lib/domain/family/withdraw-family-invitation";
import { db } from "@/lib/platform/db/db";
import { actorOf, newPatient, newStaff } from "@/tests/support/actors";
import { createHospital } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { bornYearsAgo, emailOf, invite, parentWithChild, relative } from "./family-harness";
import { eventsOf } from "./stored-events";
import { newestMailTo } from "@/tests/support/mails";

const PAGE = { limit: 20 };

describe("a child", () => {
  it("is added by a parent, who books for them and reads their record until they are of age", async () => {
    const { parent, actor, patientId, accessId } = await parentWithChild();
    const both = [parent.patient.id, patientId];
    expect([actor.ownPatientId, actor.patientIds, actor.readablePatientIds]).toEqual([both[0], both, both]);
    const { items } = await listAccess(actor, patientId, PAGE);
    expect(items).toMatchObject([
      { id: accessId, relation: "CHILD", scope: "ALL", untilMajority: true, isYou: true, isActive: true },
    ]);
    expect(await eventsOf(accessId)).toEqual(["patient-access.granted"]);
  });

  it("is under 18 and born, and a family has twelve at most, also when they are added at once", async () => {
    const { actor } = await newPatient();
    const add = (bornOn: string) => outcome(addChild(actor, { name: "Small Person", bornOn }));
    expect([await add(bornYearsAgo(18)), await add(bornYearsAgo(0, 3))]).toEqual(["invalid", "invalid"]);
    const outcomes = await Promise.all(Array.from({ length: 14 }, () => add(bornYearsAgo(3))));
    expect(outcomes.filter((one) => one === "ok")).toHaveLength(12);
    expect(outcomes.filter((one) => one === "quota-reached")).toHaveLength(2);
  });

  it("can be added by an account without a record of its own", async () => {
    const { user, actor } = await newStaff((await createHospital()).id);
    const { id } = await addChild(actor, { name: "Small Person", bornOn: bornYearsAgo(1) });
    expect(await actorOf(user)).toMatchObject({ ownPatientId: null, patientIds: [id] });
  });
});

describe("an invitation to act for someone", () => {
  it("keeps the token as a hash, and names and addresses out of events, audit and the mail's subject", async () => {
    const { actor, patientId } = await parentWithChild();
    const email = "other.parent.1@caresync.test";
    const { id, token } = await invite(actor, patientId, { email });
    const row = await db.familyInvitation.findUniqueOrThrow({ where: { id } });
    expect(token.length).toBeGreaterThan(40);
    expect(row.tokenHash).not.toBe(token);
    const mail = await newestMailTo(email);
    expect(`${mail.subject} ${mail.text}`).not.toContain("Small Person");
    const written = JSON.stringify([
      await db.domainEvent.findMany({ where: { aggregateId: id }, select: { refs: true, audience: true } }),
      await db.auditEntry.findMany({ where: { subjectId: id }, select: { details: true } }),
    ]);
    for (const secret of [email, token, "Small Person"]) expect(written).not.toContain(secret);
  });

  it("is accepted once, by anyone but its sender and those who act for the patient already", async () => {
    const { actor, patientId } = await parentWithChild();
    const other = await newPatient();
    const { id, token } = await invite(actor, patientId, { email: await emailOf(other), scope: "BOOK" });
    expect(await findFamilyInvitation(token, "UTC")).toMatchObject({ patientName: "Small Person", scope: "BOOK" });
    expect(await outcome(acceptFamilyInvitation(actor, { token }))).toBe("forbidden");
    const both = await Promise.all([1, 2].map(() => outcome(acceptFamilyInvitation(other.actor, { token }))));
    expect(both.sort()).toEqual(["invalid-token", "ok"]);
    expect(await eventsOf(id)).toEqual(["family-invitation.created", "family-invitation.accepted"]);
    const again = await invite(actor, patientId, { email: "second.address@caresync.test" });
    expect(await outcome(acceptFamilyInvitation(other.actor, { token: again.token }))).toBe("already-exists");
    expect(await findFamilyInvitation(again.token, "UTC")).not.toBeNull();
    expect(await outcome(invite(actor, patientId, { email: await emailOf(other) }))).toBe("already-exists");
  });

  it("ends after 14 days, when withdrawn, and with the right of its sender", async () => {
    const { actor, patientId } = await parentWithChild();
    const [late, withdrawn] = [
      await invite(actor, patientId, { email: "late@caresync.test" }),
      await invite(actor, patientId, { email: "withdrawn@caresync.test" }),
    ];
    await db.familyInvitation.update({ where: { id: late.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await expireFamilyInvitations()).toBe(1);
    await withdrawFamilyInvitation(actor, { patientId, id: withdrawn.id });
    expect(await outcome(withdrawFamilyInvitation(actor, { patientId, id: withdrawn.id }))).toBe("invalid-transition");
    const other = await relative(actor, patientId);
    const theirs = await invite(other.actor, patientId, { email: "third@caresync.test" });
    await endAccess(actor, { patientId, id: other.accessId });
    for (const { token } of [late, withdrawn, theirs])
      expect(await outcome(acceptFamilyInvitation((await newPatient()).actor, { token }))).toBe("invalid-token");
    expect(await eventsOf(theirs.id)).toEqual(["family-invitation.created", "family-invitation.withdrawn"]);
  });

  it("is sent by the patient and a child's parents alone; to strangers the patient doesn't exist", async () => {
    const { actor, patientId } = await parentWithChild();
    const helper = await relative(actor, patientId, { relation: "OTHER" });
    const stranger = await newPatient();
    const email = "someone@caresync.test";
    expect(await outcome(invite(helper.actor, patientId, { email }))).toBe("forbidden");
    expect(await outcome(invite(stranger.actor, patientId, { email }))).toBe("not-found");
    expect(await outcome(listAccess(stranger.actor, patientId, PAGE))).toBe("not-found");
    expect((await listAccess(helper.actor, patientId, PAGE)).items.map(({ isYou }) => isYou)).toEqual([true]);
    const seen = (await loadFamily(helper.actor)).members.find(({ id }) => id === patientId);
    expect(seen).toMatchObject({ canManage: false, holders: [], invitations: [] });
  });
});

describe("an access", () => {
  it("is changed and ended by a parent, and given up by its holder, from the next request on", async () => {
    const { actor, patientId, accessId } = await parentWithChild();
    const other = await relative(actor, patientId);
    const change = (scope: "BOOK" | "READ", version?: number) =>
      changeAccess(actor, { patientId, id: other.accessId, scope, endsOn: "2190-01-01", version });
    expect(await change("BOOK", 1)).toMatchObject({ scope: "BOOK", endsOn: "2190-01-01", version: 2 });
    expect(await outcome(change("READ", 1))).toBe("version-mismatch");
    const reloaded = await actorOf(other.user);
    expect([reloaded.patientIds.includes(patientId), reloaded.readablePatientIds.includes(patientId)]).toEqual([
      true,
      false,
    ]);
    expect(await outcome(endAccess(reloaded, { patientId, id: accessId }))).toBe("forbidden");
    await endAccess(reloaded, { patientId, id: other.accessId });
    expect((await actorOf(other.user)).patientIds).not.toContain(patientId);
    expect(await eventsOf(other.accessId)).toEqual([
      "patient-access.granted",
      "patient-access.changed",
      "patient-access.revoked",
    ]);
  });

  it("is never the last that does everything for a child, also when two parents end each other's at once", async () => {
    const { actor, patientId, accessId } = await parentWithChild();
    const offered = async () =>
      (await loadFamily(actor)).members.find(({ id }) => id === patientId)?.holders.map(({ canEnd }) => canEnd);
    expect(await offered()).toEqual([false]);
    expect(await outcome(endAccess(actor, { patientId, id: accessId }))).toBe("last-access");
    expect(await outcome(changeAccess(actor, { patientId, id: accessId, scope: "BOOK" }))).toBe("last-access");
    expect(await outcome(changeAccess(actor, { patientId, id: accessId, endsOn: "2190-01-01" }))).toBe("last-access");
    const other = await relative(actor, patientId);
    expect(await offered()).toEqual([true, true]);
    const races = await Promise.all([
      outcome(endAccess(actor, { patientId, id: other.accessId })),
      outcome(endAccess(other.actor, { patientId, id: accessId })),
    ]);
    expect(races.sort()).toEqual(["not-found", "ok"]);
    const left = await db.patientAccess.findMany({ where: { patientId }, select: { scope: true } });
    expect(left).toEqual([{ scope: "ALL" }]);
  });

  it("of one's own is given up by both parents at once for one of them only", async () => {
    const { actor, patientId, accessId } = await parentWithChild();
    const other = await relative(actor, patientId);
    const races = await Promise.all([
      outcome(endAccess(actor, { patientId, id: accessId })),
      outcome(endAccess(other.actor, { patientId, id: other.accessId })),
    ]);
    expect(races.sort()).toEqual(["last-access", "ok"]);
  });
});
