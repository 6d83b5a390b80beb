import { expect, it } from "vitest";
import { markRead } from "@/lib/domain/notifications/mark-read";
import { listNotificationGroups, listNotifications } from "@/lib/domain/notifications/queries";
import { NOTIFIED } from "@/lib/domain/notifications/rules";
import { NOTIFICATION_KINDS, SHOWN_OF_GROUP } from "@/lib/domain/notifications/status";
import { db } from "@/lib/platform/db/db";
import { newDoctor, newPatient } from "@/tests/support/actors";
import { createAppointment } from "@/tests/support/factories";

/** Someone who was notified, oldest first, a minute between two. */
async function notified(...told: [type: string, refs?: Record<string, string>][]) {
  const { user, actor, patient } = await newPatient();
  const from = Date.now() - told.length * 60_000;
  const data = told.map(([type, refs = {}], nth) => ({
    userId: user.id,
    eventId: crypto.randomUUID(),
    type,
    refs,
    createdAt: new Date(from + nth * 60_000),
  }));
  await db.notification.createMany({ data });
  return { user, actor, patient };
}

it("notifications are listed by the thing they are about, the latest first, and each thing once over all pages", async () => {
  const [visit, stay] = [crypto.randomUUID(), crypto.randomUUID()];
  const { actor } = await notified(
    ["appointment.confirmed", { appointmentId: visit }],
    ["bed-booking.reserved", { bedBookingId: stay }],
    ["patient-access.changed"],
    ["encounter.signed", { appointmentId: visit }],
    ["patient-access.changed"],
  );
  const first = await listNotificationGroups(actor, {}, { limit: 2 });
  const rest = await listNotificationGroups(actor, {}, { limit: 2, cursor: first.nextCursor ?? undefined });
  const seen = [...first.items, ...rest.items];
  expect(rest.nextCursor).toBeNull();
  expect(seen.map(({ items }) => items.map(({ type }) => type))).toEqual([
    ["patient-access.changed"],
    ["encounter.signed", "appointment.confirmed"],
    ["patient-access.changed"],
    ["bed-booking.reserved"],
  ]);
  expect(seen.map(({ id }) => id).filter((id) => [visit, stay].includes(id))).toEqual([visit, stay]);
});

it("notifications are narrowed to the unread ones and to a kind, and are read one, a thing, or all at a time", async () => {
  const { doctorId } = await newDoctor();
  const visit = crypto.randomUUID();
  const { actor, patient } = await notified(
    ["appointment.confirmed", { appointmentId: visit }],
    ["encounter.signed", { appointmentId: visit }],
    ["patient-access.changed"],
  );
  const own = await createAppointment({ doctorId, patientId: patient.id });
  const refs = { appointmentId: own.id };
  const told = { userId: actor.userId!, eventId: crypto.randomUUID(), type: "appointment.cancelled", refs };
  const { id } = await db.notification.create({ data: told });
  const types = async (filter: Parameters<typeof listNotificationGroups>[1]) =>
    (await listNotificationGroups(actor, filter, { limit: 9 })).items.map(({ items }) => items.map(({ type }) => type));
  expect(await types({ kind: "RECORDS" })).toEqual([["encounter.signed"]]);
  expect(await types({ kind: "VISITS" })).toEqual([["appointment.cancelled"], ["appointment.confirmed"]]);
  expect(await markRead(actor, { ids: [id] })).toEqual({ marked: 1 });
  expect(await markRead(actor, { groupId: visit })).toEqual({ marked: 2 });
  expect(await types({ unread: true })).toEqual([["patient-access.changed"]]);
  expect(await types({ unread: true, kind: "VISITS" })).toEqual([]);
  expect(await markRead(actor, {})).toEqual({ marked: 1 });
  expect(await types({ unread: true })).toEqual([]);
  const { items } = await listNotifications(actor, { limit: 9, kind: "FAMILY" });
  expect(items.map(({ kind }) => kind)).toEqual(["FAMILY"]);
});

it("the latest few notifications of a thing are shown, and all are counted", async () => {
  const refs = { appointmentId: crypto.randomUUID() };
  const many = Array.from({ length: 8 }, () => ["appointment.rescheduled", refs] as [string, typeof refs]);
  const { actor } = await notified(...many);
  const [group] = (await listNotificationGroups(actor, {}, { limit: 5 })).items;
  expect([group?.items.length, group?.total, group?.unread]).toEqual([SHOWN_OF_GROUP, 8, 8]);
  const other = await newPatient();
  expect((await listNotificationGroups(other.actor, {}, { limit: 5 })).items).toEqual([]);
});

it("every type of notification is of a kind that the filters know", async () => {
  const { user } = await notified(...Object.keys(NOTIFIED).map((type) => [type] as [string]));
  const rows = await db.notification.findMany({ where: { userId: user.id }, select: { type: true, kind: true } });
  expect([...new Set(rows.map(({ kind }) => kind))].toSorted()).toEqual([...NOTIFICATION_KINDS].toSorted());
  const other = [...new Set(rows.flatMap(({ kind, type }) => (kind === "OTHER" ? type.split(".")[0] : [])))];
  expect(other.toSorted()).toEqual(["affiliation", "doctor", "hospital", "invitation", "staff"]);
});
