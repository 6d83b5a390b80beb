import { describe, expect, it } from "vitest";
import { changeChild } from "@/lib/domain/family/change-child";
import { acceptFamilyInvitation } from "@/lib/domain/family/internal/accept-family-invitation";
import { db } from "@/lib/platform/db/db";
import { newPatient } from "@/tests/support/actors";
import { createAppointment, createDoctor, inDays } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { bornYearsAgo, emailOf, invite, parentWithChild, relative } from "./family-harness";
import { eventsOf } from "./stored-events";

const added = (id: string, daysAgo: number) =>
  db.patient.update({ where: { id }, data: { createdAt: new Date(Date.now() - daysAgo * 86_400_000) } });

describe("a child's name and date of birth", () => {
  it("are corrected by a parent, with an entry and an event that name neither", async () => {
    const { actor, patientId: id } = await parentWithChild();
    expect(await changeChild(actor, { id, name: "Smaller Person", bornOn: bornYearsAgo(7) })).toEqual({
      id,
      version: 2,
    });
    expect(await changeChild(actor, { id, name: "Smaller Person" })).toEqual({ id, version: 2 });
    const row = await db.patient.findUniqueOrThrow({ where: { id } });
    expect([row.name, row.bornOn?.toISOString().slice(0, 10)]).toEqual(["Smaller Person", bornYearsAgo(7)]);
    expect(await eventsOf(id)).toEqual(["patient.changed"]);
    const entries = await db.auditEntry.findMany({ where: { patientId: id, action: "patient.change" } });
    expect(entries.map(({ details }) => details)).toEqual([{ fields: "name, bornOn" }]);
  });

  it("are changed by versions: an old one is refused, of two at once one wins", async () => {
    const { actor, patientId: id } = await parentWithChild();
    const race = await Promise.all(["One", "Two"].map((name) => outcome(changeChild(actor, { id, name, version: 1 }))));
    expect(race.sort()).toEqual(["ok", "version-mismatch"]);
  });

  it("aren't changed by helpers, strangers, nor for oneself or a young person with their own account", async () => {
    const { actor, parent, patientId: id } = await parentWithChild(bornYearsAgo(17));
    const helper = await relative(actor, id, { relation: "OTHER" });
    const limited = await relative(actor, id, { endsOn: "2190-01-01" });
    const change = (by: typeof actor, of = id) => outcome(changeChild(by, { id: of, name: "Other" }));
    expect([await change(helper.actor), await change(limited.actor)]).toEqual(["forbidden", "forbidden"]);
    expect(await change((await newPatient()).actor)).toBe("not-found");
    expect(await change(actor, parent.patient.id)).toBe("forbidden");
    const young = await newPatient();
    const { token } = await invite(actor, id, { email: await emailOf(young), relation: "SELF" });
    await acceptFamilyInvitation(young.actor, { token });
    expect(await change(actor)).toBe("forbidden");
  });

  it("stay those of a child, and put the majority off only soon after the child was added", async () => {
    const { actor, patientId: id } = await parentWithChild(bornYearsAgo(17));
    const born = (bornOn: string) => outcome(changeChild(actor, { id, bornOn }));
    expect([await born(bornYearsAgo(18)), await born(bornYearsAgo(0, 3))]).toEqual(["invalid", "invalid"]);
    expect(await born(bornYearsAgo(15))).toBe("ok");
    await added(id, 31);
    expect([await born(bornYearsAgo(14)), await born(bornYearsAgo(16))]).toEqual(["invalid", "ok"]);
  });

  it("aren't after a visit", async () => {
    const { actor, patientId: id } = await parentWithChild();
    const { doctor } = await createDoctor();
    await createAppointment(
      { doctorId: doctor.id, patientId: id },
      { status: "COMPLETED", startsAt: inDays(-400), endsAt: inDays(-400, "10:30") },
    );
    expect(await outcome(changeChild(actor, { id, bornOn: bornYearsAgo(1) }))).toBe("invalid");
    expect(await outcome(changeChild(actor, { id, bornOn: bornYearsAgo(2) }))).toBe("ok");
  });
});
