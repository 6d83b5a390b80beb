import { describe, expect, it } from "vitest";
import { changeAccess } from "@/lib/domain/family/change-access";
import { endAccess } from "@/lib/domain/family/end-access";
import { acceptFamilyInvitation } from "@/lib/domain/family/internal/accept-family-invitation";
import { listAccess } from "@/lib/domain/family/list-access";
import { loadFamily } from "@/lib/domain/family/load-family";
import { majorityOn } from "@/lib/domain/family/rules";
import { db } from "@/lib/platform/db/db";
import { localDateAt } from "@/lib/platform/time/local-date";
import { actorOf, newPatient } from "@/tests/support/actors";
import { createAppointment, createDoctor, createUser } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { bornYearsAgo, emailOf, invite, parentWithChild, relative } from "./family-harness";

/** Fourteen hours ahead of UTC, and eleven behind: they never have the same date. */
const [EARLIEST, LATEST] = ["Pacific/Kiritimati", "Pacific/Pago_Pago"];
const move = (userId: string, timeZone: string) => db.user.update({ where: { id: userId }, data: { timeZone } });
const birthday = (patientId: string, bornOn: string) =>
  db.patient.update({ where: { id: patientId }, data: { bornOn: new Date(`${bornOn}T00:00:00Z`) } });

/** The date of birth of someone who comes of age today in a zone. */
const cameOfAgeIn = (timeZone: string) => {
  const [year, ...rest] = localDateAt(new Date(), timeZone).split("-");
  const day = rest.join("-");
  return day === "02-29" ? `${Number(year) - 18}-03-01` : `${Number(year) - 18}-${day}`;
};

/** A young person of 17 with their own account, and the parent who handed over. */
async function handedOver() {
  const family = await parentWithChild(bornYearsAgo(17));
  const young = await newPatient();
  const { token } = await invite(family.actor, family.patientId, { email: await emailOf(young), relation: "SELF" });
  await acceptFamilyInvitation(young.actor, { token });
  return { ...family, young: { ...young, actor: await actorOf(young.user) } };
}

describe("the 18th birthday", () => {
  it("ends a parent's access at midnight where they are, without anyone doing anything", async () => {
    const { parent, patientId } = await parentWithChild(bornYearsAgo(17));
    await birthday(patientId, cameOfAgeIn(EARLIEST));
    const may = async (timeZone: string) => {
      await move(parent.user.id, timeZone);
      return (await actorOf(parent.user)).patientIds.includes(patientId);
    };
    expect([await may(LATEST), await may(EARLIEST)]).toEqual([true, false]);
  });

  it("is that of the young person's own zone once they have an account", async () => {
    const { parent, patientId, young } = await handedOver();
    await birthday(patientId, cameOfAgeIn(EARLIEST));
    await move(parent.user.id, EARLIEST);
    await move(young.user.id, LATEST);
    expect((await actorOf(parent.user)).readablePatientIds).toContain(patientId);
    await move(young.user.id, EARLIEST);
    await move(parent.user.id, LATEST);
    expect((await actorOf(parent.user)).readablePatientIds).not.toContain(patientId);
    expect((await actorOf(young.user)).readablePatientIds).toEqual([patientId]);
  });

  it("is the same date in PostgreSQL as in JavaScript", async () => {
    const dates = ["2008-02-29", "2008-02-28", "2010-03-01", "2010-02-28", "1999-12-31"];
    const rows = await db.$queryRaw<{ on: string }[]>`
      SELECT "majority_on"(d::date)::text AS "on" FROM unnest(${dates}::text[]) WITH ORDINALITY AS t(d, n) ORDER BY n`;
    expect(rows.map(({ on }) => on)).toEqual(dates.map(majorityOn));
  });

  it("ends also what parents gave to others, and leaves no one who reads; a zone PostgreSQL doesn't know is no error", async () => {
    const { actor, parent, patientId } = await parentWithChild(bornYearsAgo(17));
    const helper = await relative(actor, patientId, { relation: "OTHER" });
    await birthday(patientId, bornYearsAgo(18));
    await move(parent.user.id, "Mars/Olympus");
    for (const { user } of [parent, helper]) expect((await actorOf(user)).readablePatientIds).not.toContain(patientId);
    await birthday(patientId, bornYearsAgo(18, 300));
    expect((await actorOf(parent.user)).readablePatientIds).toContain(patientId);
  });

  it("is announced to parents in the sixty days before it, with the hand-over", async () => {
    const { actor, patientId } = await parentWithChild(bornYearsAgo(17));
    const seen = async () => (await loadFamily(actor)).members.find(({ id }) => id === patientId);
    expect(await seen()).toMatchObject({ endsInDays: null, canHandOver: true });
    await birthday(patientId, bornYearsAgo(18, 30));
    expect((await seen())?.endsInDays).toBeGreaterThanOrEqual(29);
    await birthday(patientId, bornYearsAgo(12));
    expect(await seen()).toMatchObject({ endsInDays: null, canHandOver: false });
  });
});

describe("a hand-over", () => {
  it("gives the young person their own record in place of the empty one of their account", async () => {
    const { patientId, young, actor } = await handedOver();
    expect([young.actor.patientIds, young.actor.readablePatientIds]).toEqual([[patientId], [patientId]]);
    expect(await db.patient.count({ where: { id: young.patient.id } })).toBe(0);
    expect((await actorOf({ id: actor.userId ?? "" })).patientIds).toContain(patientId);
    expect((await loadFamily(actor)).members.find(({ id }) => id === patientId)).toMatchObject({
      hasAccount: true,
      canHandOver: false,
    });
  });

  it("is not for a child under 16, nor for an account whose own record is in use, nor twice", async () => {
    const small = await parentWithChild(bornYearsAgo(12));
    const email = "young@caresync.test";
    expect(await outcome(invite(small.actor, small.patientId, { email, relation: "SELF" }))).toBe("forbidden");
    const { actor, patientId } = await parentWithChild(bornYearsAgo(17));
    const { token } = await invite(actor, patientId, { email, relation: "SELF" });
    const used = await newPatient();
    const { doctor } = await createDoctor();
    await createAppointment({ doctorId: doctor.id, patientId: used.patient.id });
    const helped = await newPatient();
    await relative(helped.actor, helped.patient.id, { relation: "SPOUSE" });
    for (const one of [used, helped])
      expect(await outcome(acceptFamilyInvitation(one.actor, { token }))).toBe("already-exists");
    const bare = await createUser();
    await acceptFamilyInvitation(await actorOf(bare), { token });
    expect((await actorOf(bare)).patientIds).toEqual([patientId]);
    expect(await outcome(invite(actor, patientId, { email: "x@caresync.test", relation: "SELF" }))).toBe(
      "already-exists",
    );
  });

  it("sent before the birthday may be accepted after it", async () => {
    const { actor, patientId } = await parentWithChild(bornYearsAgo(17));
    const young = await newPatient();
    const { token } = await invite(actor, patientId, { email: await emailOf(young), relation: "SELF" });
    await birthday(patientId, bornYearsAgo(19));
    await acceptFamilyInvitation(young.actor, { token });
    expect((await actorOf(young.user)).readablePatientIds).toEqual([patientId]);
  });

  it("leaves the parents their access until the birthday, which the young person renews from then on", async () => {
    const { patientId, accessId, parent, young } = await handedOver();
    const change = () => changeAccess(young.actor, { patientId, id: accessId, scope: "READ" });
    expect(await outcome(endAccess(young.actor, { patientId, id: accessId }))).toBe("forbidden");
    expect(await outcome(change())).toBe("forbidden");
    await birthday(patientId, bornYearsAgo(18, -2));
    const ended = (await listAccess(young.actor, patientId, { limit: 9 })).items.find(({ id }) => id === accessId);
    expect(ended).toMatchObject({ isActive: false });
    expect(await change()).toMatchObject({ isActive: true, scope: "READ", untilMajority: false });
    expect((await actorOf(parent.user)).readablePatientIds).toContain(patientId);
    expect((await actorOf(parent.user)).patientIds).not.toContain(patientId);
  });

  it("never lets anyone end a person's own access", async () => {
    const { actor, patientId, young } = await handedOver();
    const own = await db.patientAccess.findFirstOrThrow({ where: { patientId, relation: "SELF" } });
    for (const one of [actor, young.actor])
      expect(await outcome(endAccess(one, { patientId, id: own.id }))).toBe("forbidden");
    expect(await outcome(changeAccess(actor, { patientId, id: own.id, scope: "READ" }))).toBe("forbidden");
  });
});
