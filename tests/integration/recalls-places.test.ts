import { describe, expect, it } from "vitest";
import { changeRecall } from "@/lib/domain/recalls/change-recall";
import { listDueRecalls, listOpenRecalls, listRecalls, listRecallsOfVisit } from "@/lib/domain/recalls/queries";
import { dueAt } from "@/lib/domain/recalls/rules";
import { tellDueRecalls } from "@/lib/domain/recalls/tell-due";
import { db, type Db } from "@/lib/platform/db/db";
import { outcome } from "@/tests/support/outcome";
import { dueEvents, monthIn, timeIn, visitToFollow } from "./recalls-harness";

describe("a doctor who can't be booked", () => {
  const close = (doctorId: string, closedAt: Date | null) =>
    db.schedule.updateMany({ where: { doctorId }, data: { closedAt } });
  const suspend = (id: string, isBack: boolean) =>
    db.doctor.update({ where: { id }, data: { verification: isBack ? "VERIFIED" : "SUSPENDED" } });
  const leave = {
    "has no hours": (id: string) => close(id, new Date()),
    "is suspended": (id: string) => suspend(id, false),
  };
  const comeBack = {
    "has no hours": (id: string) => close(id, null),
    "is suspended": (id: string) => suspend(id, true),
  };

  it.each(["has no hours", "is suspended"] as const)(
    "no one is asked to book one who %s, until they are back",
    async (how) => {
      const { patient, patientId, doctorId, ask } = await visitToFollow();
      const { id } = await ask();
      const isBookable = async () => (await listOpenRecalls(patient.actor, [patientId]))[0]?.doctor.isBookable;
      expect(await isBookable()).toBe(true);
      await leave[how](doctorId);
      expect(await isBookable()).toBe(false);
      await tellDueRecalls(timeIn(6));
      expect(await dueEvents(id)).toEqual([]);
      await comeBack[how](doctorId);
      await tellDueRecalls(new Date(timeIn(6).getTime() + 2 * 86_400_000));
      expect((await dueEvents(id)).length).toBe(1);
    },
  );
});

describe("when it is due", () => {
  it.each(["Pacific/Auckland", "America/Los_Angeles"])("is said by the clock of the place (%s)", async (timeZone) => {
    const { doctor, ask } = await visitToFollow({}, undefined, timeZone);
    const { id } = await ask();
    const found = () => db.recall.findUniqueOrThrow({ where: { id } });
    expect((await found()).dueAt).toEqual(dueAt(monthIn(6), timeZone));
    await changeRecall(doctor.actor, id, { month: monthIn(9) });
    expect((await found()).dueAt).toEqual(dueAt(monthIn(9), timeZone));
  });

  it("is the same in the list and on each of its recalls", async () => {
    const { doctor, doctorId, patient, patientId, ask } = await visitToFollow();
    const { id } = await ask();
    const move = (client: Db, ms: number) =>
      client.recall.update({ where: { id }, data: { dueAt: new Date(Date.now() + ms), version: { increment: 1 } } });
    const views = async () => {
      const list = async (view: "due" | "later") =>
        (await listRecalls(doctor.actor, { doctorId, view }, { limit: 10 })).items.map(({ due }) => due);
      return {
        due: await list("due"),
        later: await list("later"),
        today: (await listDueRecalls(patient.actor, [patientId])).length,
      };
    };
    await move(db, 60_000);
    expect(await views()).toEqual({ due: [], later: ["LATER"], today: 0 });
    await move(db, -1);
    expect(await views()).toEqual({ due: ["DUE"], later: [], today: 1 });
  });
});

describe("a visit shows", () => {
  it("what is open, whichever visit it was set in, and what it meets", async () => {
    const { doctor, doctorId, ask, book, appointmentId } = await visitToFollow();
    const [near, far] = [await ask(), await ask({ inMonths: 30 })];
    const next = await book(6, "COMPLETED");
    const shown = async (visitId: string) =>
      (await listRecallsOfVisit(doctor.actor, visitId, doctorId)).map(({ id, state }) => [id, state]);
    const all = [
      [near.id, "BOOKED"],
      [far.id, "OPEN"],
    ];
    expect([await shown(appointmentId), await shown(next.id)]).toEqual([all, all]);
    const other = await book(20, "COMPLETED");
    expect(await shown(other.id)).toEqual([[far.id, "OPEN"]]);
  });

  it("someone who always comes may be asked again and again", async () => {
    const { ask, book } = await visitToFollow();
    for (let index = 0; index < 10; index += 1) await ask({ inMonths: 6 });
    expect(await outcome(ask())).toBe("quota-reached");
    await book(6, "COMPLETED");
    await tellDueRecalls(timeIn(6));
    expect(await outcome(ask({ inMonths: 12 }))).toBe("ok");
  });
});
