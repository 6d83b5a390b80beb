import { beforeAll, expect, it, vi } from "vitest";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import { unsafeListUnsent } from "@/lib/domain/messages/queries";
import { db } from "@/lib/platform/db/db";
import { pendingDeliveries } from "@/lib/platform/events/outbox";
import { createCast, newDoctor } from "@/tests/support/actors";
import { newProxy } from "./background-harness";
import { emergencyVisit, NAME, open, REASON } from "./emergency-access-harness";

vi.mock("@/lib/platform/mail/send-mail", async (original) => ({
  ...(await original<object>()),
  isMailSent: () => true,
}));

let cast: Awaited<ReturnType<typeof createCast>>;
beforeAll(async () => {
  cast = await createCast();
});

it("an emergency access is mailed to the patient and those with the whole right, without a name or a reason", async () => {
  const { patient } = await emergencyVisit();
  const patientId = patient.patient.id;
  const [keeper, reader] = [await newProxy(patientId, { scope: "ALL" }), await newProxy(patientId, { scope: "READ" })];
  const own = await db.user.findUniqueOrThrow({ where: { id: patient.user.id }, select: { email: true } });
  const doctor = await newDoctor();
  await open(doctor.actor);
  const events = await pendingDeliveries("notifications", 1000);
  await deliverNotifications(events);
  await deliverNotifications(events);
  const mails = (await unsafeListUnsent(1000)).filter(({ text }) => text.includes("In an emergency"));
  expect(mails.map(({ toAddress }) => toAddress).toSorted()).toEqual([own.email, keeper.user.email].toSorted());
  for (const { toAddress, subject, text } of mails) {
    expect(subject).toBe("Something changed on CareSync");
    for (const secret of [NAME, REASON, doctor.doctor.name, patientId]) expect(text).not.toContain(secret);
    expect([reader.user.email, cast.admin.user.email]).not.toContain(toAddress);
  }
});
