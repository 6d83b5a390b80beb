import { describe, expect, it } from "vitest";
import { changeAccess } from "@/lib/domain/family/change-access";
import { endAccess } from "@/lib/domain/family/end-access";
import { findFamilyInvitation } from "@/lib/domain/family/find-family-invitation";
import { acceptFamilyInvitation } from "@/lib/domain/family/internal/accept-family-invitation";
import { db } from "@/lib/platform/db/db";
import { actorOf, newPatient } from "@/tests/support/actors";
import { outcome } from "@/tests/support/outcome";
import { bornYearsAgo, emailOf, invite, parentWithChild, relative } from "./family-harness";

const birthday = (patientId: string, bornOn: string) =>
  db.patient.update({ where: { id: patientId }, data: { bornOn: new Date(`${bornOn}T00:00:00Z`) } });

describe("a parent with a last day", () => {
  it("neither moves it, nor invites, nor ends the access of the other parent", async () => {
    const { actor, patientId, accessId } = await parentWithChild();
    const limited = await relative(actor, patientId, { endsOn: "2190-01-01" });
    const own = { patientId, id: limited.accessId };
    expect(limited.actor.patientIds).toContain(patientId);
    expect(await outcome(changeAccess(limited.actor, { ...own, endsOn: null }))).toBe("forbidden");
    expect(await outcome(invite(limited.actor, patientId, { email: "more@caresync.test" }))).toBe("forbidden");
    expect(await outcome(endAccess(limited.actor, { patientId, id: accessId }))).toBe("forbidden");
    await endAccess(limited.actor, own);
  });

  it("no longer hands over, also by a link sent before", async () => {
    const { actor, patientId } = await parentWithChild(bornYearsAgo(17));
    const other = await relative(actor, patientId);
    const { token } = await invite(other.actor, patientId, { email: "young.limited@caresync.test", relation: "SELF" });
    await db.patientAccess.update({ where: { id: other.accessId }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await findFamilyInvitation(token, "UTC")).toBeNull();
    expect(await outcome(acceptFamilyInvitation((await newPatient()).actor, { token }))).toBe("invalid-token");
  });
});

describe("what parents give", () => {
  it("ends with the majority also where they widen what the young person gave", async () => {
    const family = await parentWithChild(bornYearsAgo(17));
    const { actor, patientId } = family;
    const young = await newPatient();
    const { token } = await invite(actor, patientId, { email: await emailOf(young), relation: "SELF" });
    await acceptFamilyInvitation(young.actor, { token });
    const aunt = await relative(await actorOf(young.user), patientId, { relation: "OTHER", scope: "BOOK" });
    await changeAccess(actor, { patientId, id: aunt.accessId, scope: "ALL" });
    await birthday(patientId, bornYearsAgo(19));
    expect((await actorOf(aunt.user)).readablePatientIds).not.toContain(patientId);
  });

  it("ends with the majority also where the date of birth is entered later", async () => {
    const { actor, patientId } = await parentWithChild();
    await db.patient.update({ where: { id: patientId }, data: { bornOn: null } });
    const other = await relative(actor, patientId);
    await birthday(patientId, bornYearsAgo(19));
    expect((await actorOf(other.user)).readablePatientIds).not.toContain(patientId);
  });

  it("never makes a parent whose access the birthday has ended the young person", async () => {
    const { actor, patientId } = await parentWithChild(bornYearsAgo(17));
    const other = await relative(actor, patientId);
    const { token } = await invite(actor, patientId, { email: "young.late@caresync.test", relation: "SELF" });
    await birthday(patientId, bornYearsAgo(19));
    expect(await outcome(acceptFamilyInvitation(other.actor, { token }))).toBe("already-exists");
    expect((await actorOf(other.user)).readablePatientIds).not.toContain(patientId);
    const young = await newPatient();
    expect(await outcome(acceptFamilyInvitation(young.actor, { token }))).toBe("ok");
  });
});

describe("a link", () => {
  it("names no one and gives nothing once its sender may no longer give it", async () => {
    for (const relation of ["OTHER", "SELF"] as const) {
      const { actor, parent, patientId } = await parentWithChild(bornYearsAgo(17));
      const { token } = await invite(actor, patientId, { email: `${relation}.suspended@caresync.test`, relation });
      await db.user.update({ where: { id: parent.user.id }, data: { status: "SUSPENDED" } });
      expect(await findFamilyInvitation(token, "UTC")).toBeNull();
      expect(await outcome(acceptFamilyInvitation((await newPatient()).actor, { token }))).toBe("invalid-token");
    }
    const { actor, patientId } = await parentWithChild(bornYearsAgo(17));
    const { token } = await invite(actor, patientId, { email: "after@caresync.test", relation: "OTHER" });
    await birthday(patientId, bornYearsAgo(19));
    expect(await findFamilyInvitation(token, "UTC")).toBeNull();
  });
});
