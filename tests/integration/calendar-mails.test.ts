import { beforeAll, expect, it, vi } from "vitest";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import { db } from "@/lib/platform/db/db";
import { markDelivered, pendingDeliveries } from "@/lib/platform/events/outbox";
import { newDoctor, newPatient } from "@/tests/support/actors";
import { inDays } from "@/tests/support/factories";
import { mailsTo } from "@/tests/support/mails";
import { newProxy } from "./background-harness";

vi.mock("@/lib/platform/mail/send-mail", async (original) => ({
  ...(await original<object>()),
  isMailSent: () => true,
}));

let doctor: Awaited<ReturnType<typeof newDoctor>>;
let patient: Awaited<ReturnType<typeof newPatient>>;

const addressOf = async ({ user }: { user: { id: string } }) =>
  (await db.user.findUniqueOrThrow({ where: { id: user.id } })).email;

beforeAll(async () => {
  [doctor, patient] = [await newDoctor(), await newPatient()];
});

/** Delivers what happened, twice, as a relay that was interrupted would. */
async function deliver() {
  const events = await pendingDeliveries("notifications", 1000);
  await deliverNotifications(events);
  await deliverNotifications(events);
  await markDelivered(
    "notifications",
    events.map(({ position }) => position),
  );
}

/** What the newest mail's calendar file says of a property. */
async function newest(email: string) {
  const [mail] = await mailsTo(email);
  const file = (mail?.calendar ?? "").replaceAll("\r\n ", "");
  // The zone has a DTSTART of its own.
  const own = file.replace(/BEGIN:VTIMEZONE[^]*END:VTIMEZONE/, "");
  const value = (name: string) => new RegExp(`^${name}[^:\r\n]*:(.*)\r$`, "m").exec(own)?.[1] ?? null;
  return { mail, file, value };
}

it("an appointment's mails bring an invitation, update it, and cancel it in the end", async () => {
  const { actor } = patient;
  const email = await addressOf(patient);
  const { id } = await bookAppointment(actor, {
    doctorId: doctor.doctorId,
    start: inDays(3, "10:00").toISOString(),
    reason: "A private matter",
  });
  await deliver();
  const booked = await newest(email);
  expect(await mailsTo(email), "also for who booked it, and once").toHaveLength(1);
  expect([booked.value("METHOD"), booked.value("SUMMARY"), booked.value("UID")]).toEqual([
    "REQUEST",
    "Appointment",
    `${id}@localhost`,
  ]);
  expect(booked.value("ATTENDEE")).toBe(`mailto:${email}`);
  expect(booked.file).toContain("BEGIN:VTIMEZONE");
  expect(booked.file).toContain("BEGIN:VALARM");

  await rescheduleAppointment(actor, id, { start: inDays(4, "11:00").toISOString() });
  await deliver();
  const moved = await newest(email);
  expect([moved.value("METHOD"), moved.value("UID")]).toEqual(["REQUEST", booked.value("UID")]);
  expect(Number(moved.value("SEQUENCE"))).toBeGreaterThan(Number(booked.value("SEQUENCE")));
  expect(moved.value("DTSTART")).not.toBe(booked.value("DTSTART"));

  await changeStatus(doctor.actor, id, { status: "CANCELLED", reason: "The doctor is ill" });
  await deliver();
  const cancelled = await newest(email);
  expect([cancelled.value("METHOD"), cancelled.value("STATUS")]).toEqual(["CANCEL", "CANCELLED"]);
  expect(Number(cancelled.value("SEQUENCE"))).toBeGreaterThan(Number(moved.value("SEQUENCE")));

  const secrets = [doctor.doctor.name, "A private matter", "The doctor is ill", patient.patient.name];
  for (const { subject, text, calendar } of await mailsTo(email))
    for (const secret of secrets) expect(`${subject} ${text} ${calendar}`).not.toContain(secret);
  expect(await mailsTo(await addressOf(doctor)), "the doctor is no patient").not.toContainEqual(
    expect.objectContaining({ calendar: expect.stringContaining("BEGIN") }),
  );
});

it("those who book for the patient get it too, and each message is in the ledger once, with its appointment", async () => {
  const proxy = await newProxy(patient.patient.id, { scope: "BOOK" });
  const { id } = await bookAppointment(proxy.actor, {
    doctorId: doctor.doctorId,
    patientId: patient.patient.id,
    start: inDays(6, "10:00").toISOString(),
  });
  await deliver();
  const rows = await db.message.findMany({ where: { about: `appointment:${id}`, channel: "EMAIL" } });
  const sentTo = rows.map(({ userId }) => userId).toSorted();
  expect(sentTo).toEqual([proxy.user.id, patient.user.id].toSorted());
  const notices = await db.message.count({ where: { about: `appointment:${id}`, channel: "IN_APP", state: "SENT" } });
  expect(notices, "the patient's and the doctor's").toBe(2);
});
