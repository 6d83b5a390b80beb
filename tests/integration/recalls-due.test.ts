import { describe, expect, it } from "vitest";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import { changeRecall } from "@/lib/domain/recalls/change-recall";
import { endRecall } from "@/lib/domain/recalls/end-recall";
import { getRecall } from "@/lib/domain/recalls/queries";
import { tellDueRecalls } from "@/lib/domain/recalls/tell-due";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { db } from "@/lib/platform/db/db";
import { pendingDeliveries } from "@/lib/platform/events/outbox";
import { newProxy } from "./background-harness";
import { dueEvents, monthIn, timeIn, visitToFollow } from "./recalls-harness";

/** When all that was set for six months ahead is due. */
const WHEN_DUE = timeIn(6);

describe("when a recall is due", () => {
  it("those who book for the patient are told, once, by workers at once, and not why", async () => {
    const { patient, patientId, ask } = await visitToFollow();
    const books = await newProxy(patientId, { scope: "BOOK" });
    const { id } = await ask();
    await tellDueRecalls();
    expect(await dueEvents(id), "not yet").toEqual([]);
    await Promise.all(Array.from({ length: 5 }, () => tellDueRecalls(WHEN_DUE)));
    await tellDueRecalls(WHEN_DUE);
    const events = await dueEvents(id);
    expect(events.length).toBe(1);
    await deliverNotifications(await pendingDeliveries("notifications", 1000));
    const told = await db.message.findMany({ where: { eventId: events[0]!.id } });
    const readers = new Set(told.map(({ userId }) => userId));
    expect(readers).toEqual(new Set([patient.user.id, books.user.id]));
    expect(JSON.stringify(told, (_, value: unknown) => (typeof value === "bigint" ? 0 : value))).not.toContain(
      "thyroid",
    );
    expect((await getRecall(patient.actor, id)).toldAt).not.toBeNull();
  });

  it("no one is told of one that is booked, dismissed or removed", async () => {
    const [booked, dismissed, removed] = [await visitToFollow(), await visitToFollow(), await visitToFollow()];
    const ids = [(await booked.ask()).id, (await dismissed.ask()).id, (await removed.ask()).id];
    await booked.book(6);
    await endRecall(dismissed.patient.actor, ids[1]!, "DISMISSED");
    await endRecall(removed.doctor.actor, ids[2]!, "REMOVED");
    await tellDueRecalls(WHEN_DUE);
    for (const id of ids) expect(await dueEvents(id)).toEqual([]);
    expect(await getRecall(booked.doctor.actor, ids[0]!)).toMatchObject({ state: "BOOKED", due: null, toldAt: null });
  });

  it("who cancels is told after all, the day after the visit would have been", async () => {
    const { patient, ask, book } = await visitToFollow();
    const { id } = await ask();
    const visit = await book(6);
    await tellDueRecalls(WHEN_DUE);
    await changeStatus(patient.actor, visit.id, { status: "CANCELLED" });
    expect(await getRecall(patient.actor, id)).toMatchObject({ state: "OPEN", bookedId: null });
    await tellDueRecalls(WHEN_DUE);
    expect(await dueEvents(id)).toEqual([]);
    await tellDueRecalls(new Date(timeIn(6).getTime() + 2 * 86_400_000));
    expect((await dueEvents(id)).length).toBe(1);
  });

  it("who came is looked at no more", async () => {
    const { ask, book } = await visitToFollow();
    const { id } = await ask();
    await book(6, "COMPLETED");
    await tellDueRecalls(WHEN_DUE);
    expect(await db.recall.findUniqueOrThrow({ where: { id } })).toMatchObject({ tellAt: null, toldAt: null });
  });

  it("with another month they are told again", async () => {
    const { doctor, ask } = await visitToFollow();
    const { id } = await ask();
    await tellDueRecalls(WHEN_DUE);
    const changed = await changeRecall(doctor.actor, id, { month: monthIn(12) });
    expect(changed.toldAt).toBeNull();
    await tellDueRecalls(WHEN_DUE);
    expect((await dueEvents(id)).length).toBe(1);
    await tellDueRecalls(timeIn(12));
    expect((await dueEvents(id)).length).toBe(2);
  });

  it("who has no account is on the To call list until they have booked", async () => {
    const { id: patientId } = await db.patient.create({ data: { name: "Noor Without", phone: "+49 30 5550123" } });
    const { appointmentId, doctorId, ask, book } = await visitToFollow({}, patientId);
    await ask();
    await tellDueRecalls(WHEN_DUE);
    const call = () => db.toCall.findFirstOrThrow({ where: { appointmentId } });
    expect(await call()).toMatchObject({ reason: "recall.due", patientId, doctorId, withdrawnAt: null });
    await book(6);
    await tellDueRecalls(WHEN_DUE);
    expect((await call()).withdrawnAt).not.toBeNull();
  });
});

describe("an appointment is what a recall asked for", () => {
  const set = "2026-11-28T10:00:00Z";
  it.each([
    ["booked before it was set", "2027-05-10T10:00:00Z", "2026-11-28T09:00:00Z", false],
    ["more than a month before", "2027-03-31T10:00:00Z", "2027-01-10T09:00:00Z", false],
    ["a month before", "2027-04-01T10:00:00Z", "2027-01-10T09:00:00Z", true],
    ["in the month", "2027-05-10T10:00:00Z", "2027-01-10T09:00:00Z", true],
    ["three months after", "2027-08-31T10:00:00Z", "2027-01-10T09:00:00Z", true],
    ["much later, booked early", "2027-09-01T10:00:00Z", "2027-01-10T09:00:00Z", false],
    ["much later, booked late", "2028-02-01T10:00:00Z", "2027-07-10T09:00:00Z", true],
  ])("%s: %s, booked %s", async (_, startsAt, bookedAt, expected) => {
    const [row] = await db.$queryRaw<{ met: boolean }[]>`
      SELECT "meets_recall"('2027-05-01'::date, ${set}::timestamptz, ${startsAt}::timestamptz, ${bookedAt}::timestamptz) AS "met"`;
    expect(row?.met).toBe(expected);
  });
});
