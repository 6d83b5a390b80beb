import { beforeAll, beforeEach, expect, it } from "vitest";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import { sendDueMessages } from "@/lib/domain/messages/send-due-messages";
import { addSubscription } from "@/lib/domain/push/add-subscription";
import { db } from "@/lib/platform/db/db";
import type { StoredEvent } from "@/lib/platform/events/outbox";
import { newDoctor, newPatient } from "@/tests/support/actors";
import { createAppointment } from "@/tests/support/factories";
import { newSubscription, startPushService } from "@/tests/support/push";
import { randomUUID } from "node:crypto";

let service: Awaited<ReturnType<typeof startPushService>>;
/** How the push service answers each browser; 201 by default. */
const answers = new Map<string, number>();
let retryAfter: Record<string, string> = {};
let patient: Awaited<ReturnType<typeof newPatient>>;
let visitId = "";

beforeAll(async () => {
  service = await startPushService((path) => ({ status: answers.get(path) ?? 201, headers: retryAfter }));
  return () => service.stop();
});
beforeEach(async () => {
  service.got.length = 0;
  answers.clear();
  retryAfter = {};
  const { doctorId } = await newDoctor();
  patient = await newPatient();
  visitId = (await createAppointment({ doctorId, patientId: patient.patient.id })).id;
});

async function newBrowser() {
  const browser = newSubscription(service.origin);
  const { id } = await addSubscription(patient.actor, { ...browser.sent, userAgent: "" });
  return { ...browser, id, path: new URL(browser.sent.endpoint).pathname };
}

/** What the relay delivers when the visit gets another time. */
const moved = (): StoredEvent => ({
  position: 1,
  id: randomUUID(),
  type: "appointment.rescheduled",
  aggregate: "appointment",
  aggregateId: visitId,
  sequence: 1,
  audience: [`patient:${patient.patient.id}`],
  refs: { appointmentId: visitId, patientId: patient.patient.id },
  requestId: null,
  actorUserId: null,
  occurredAt: new Date(),
});
const ledger = () =>
  db.message.findMany({
    where: { userId: patient.user.id, channel: "PUSH" },
    select: { state: true, answer: true, attempts: true },
  });
/** As after the pause. */
const tryAgain = async () => {
  await db.message.updateMany({
    where: { userId: patient.user.id, state: "FAILED" },
    data: { nextAttemptAt: new Date(0) },
  });
  await sendDueMessages("PUSH");
};

it("a notification is also shown on each device, once, and leads to its page", async () => {
  const [phone, desk] = [await newBrowser(), await newBrowser()];
  const event = moved();
  await deliverNotifications([event]);
  await deliverNotifications([event]);
  await sendDueMessages("PUSH");
  await sendDueMessages("PUSH");
  expect(service.got.map(({ path }) => path).sort()).toEqual([phone.path, desk.path].sort());
  const body = service.got.find(({ path }) => path === phone.path)?.body ?? Buffer.alloc(0);
  expect(JSON.parse(phone.read(body))).toMatchObject({
    notification: {
      title: "CareSync",
      body: "Your appointment has a new time",
      navigate: `http://localhost:3000/patient/visits/${visitId}`,
    },
  });
  expect(await ledger()).toEqual([{ state: "SENT", answer: null, attempts: 1 }]);
});

it("a device whose push service is busy is tried again, and no other", async () => {
  const [phone, desk] = [await newBrowser(), await newBrowser()];
  answers.set(desk.path, 503);
  await deliverNotifications([moved()]);
  await sendDueMessages("PUSH");
  expect(await ledger()).toEqual([{ state: "FAILED", answer: "push-503", attempts: 1 }]);
  answers.clear();
  await tryAgain();
  expect(await ledger()).toEqual([{ state: "SENT", answer: null, attempts: 2 }]);
  const gotBy = (path: string) => service.got.filter((one) => one.path === path).length;
  expect([gotBy(phone.path), gotBy(desk.path)]).toEqual([1, 2]);
});

it("a push service that asks to wait is left alone that long, within two hours", async () => {
  const { path } = await newBrowser();
  answers.set(path, 429);
  const nextIn = async (seconds: string) => {
    retryAfter = { "Retry-After": seconds };
    const before = Date.now();
    await tryAgain();
    const { nextAttemptAt } = await db.message.findFirstOrThrow({
      where: { userId: patient.user.id, channel: "PUSH" },
    });
    return (nextAttemptAt.getTime() - before) / 1000;
  };
  await deliverNotifications([moved()]);
  expect(await nextIn("1200")).toBeGreaterThanOrEqual(1200);
  const bounded = await nextIn("80000");
  expect(bounded).toBeGreaterThanOrEqual(7200);
  expect(bounded).toBeLessThan(7300);
});

it("a device that is gone is removed, and the ledger says that no device was reached", async () => {
  const { path } = await newBrowser();
  answers.set(path, 410);
  await deliverNotifications([moved()]);
  await sendDueMessages("PUSH");
  expect(await ledger()).toEqual([{ state: "GIVEN_UP", answer: "push-gone-410", attempts: 1 }]);
  expect(await db.pushSubscription.count({ where: { userId: patient.user.id } })).toBe(0);
});

it("nothing is queued for someone without a device", async () => {
  await deliverNotifications([moved()]);
  expect(await ledger()).toEqual([]);
});
