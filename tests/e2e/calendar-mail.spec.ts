import ICAL from "ical.js";
import { convertIcsCalendar } from "ts-ics";
import { startFakeSmtp } from "@/tests/integration/fake-smtp";
import { bookOnPage } from "./support/booking";
import { expect, test } from "./support/fixtures";
import { newDoctor, newPatient } from "./support/people";
import { calendarOf, receiverOf, reminderLinkOf } from "./support/received-mail";
import { someSlots } from "./support/slots";
import { startProduct } from "./support/stack";

// Mail about changes is only queued where mail is sent: this needs a stack with a mail server.
let smtp: Awaited<ReturnType<typeof startFakeSmtp>>;
let stack: Awaited<ReturnType<typeof startProduct>>;
let address: string | undefined;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  address = process.env.E2E_BASE_URL;
  smtp = await startFakeSmtp();
  stack = await startProduct("mail-server.log", { SMTP_URL: smtp.url, MAIL_FROM: "no-reply@caresync.test" });
  process.env.E2E_BASE_URL = stack.address;
});
test.afterAll(async () => {
  process.env.E2E_BASE_URL = address;
  await stack.stop();
  await smtp.stop();
});

/** What two parsers read in a person's mails, in the order in which they came. */
function invitationsTo(email: string) {
  return smtp.received.flatMap(({ raw }) => {
    const file = receiverOf(raw) === email ? calendarOf(raw) : null;
    if (file === null) return [];
    const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
    for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
    const one = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
    const { method, events = [] } = convertIcsCalendar(undefined, file);
    const [other] = events;
    const read = [
      [String(calendar.getFirstPropertyValue("method")), one.uid, one.sequence, one.startDate.toJSDate().toISOString()],
      [method, other?.uid, other?.sequence, other?.start.date.toISOString()],
    ] as const;
    expect(read[0], "both read the same").toEqual(read[1]);
    const [by, uid, sequence, start] = read[0];
    return [{ method: by, uid, sequence: Number(sequence), start, file }];
  });
}

/** The link in the latest reminder to a person, once it has come by mail. */
async function remindedLink(email: string): Promise<string> {
  const links = () =>
    smtp.received.flatMap(({ raw }) => (receiverOf(raw) === email ? (reminderLinkOf(raw) ?? []) : []));
  await expect.poll(() => links().length, { timeout: 30_000 }).toBeGreaterThan(0);
  return links().at(-1) ?? "";
}

test("a booking comes by mail for the calendar, is moved by the link in a reminder, and goes when it is cancelled", async ({
  openAs,
}) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const [slot] = await someSlots(doctor.id, 1, { from: 24 });
  const page = await openAs(patient.account);
  await bookOnPage(page, doctor.slug, slot!, "A private matter");
  await expect(page.getByRole("heading", { name: "Booked" })).toBeVisible();
  const invitations = () => invitationsTo(patient.account.email);
  const at = (instant: string) => new Date(instant).toISOString();

  await expect.poll(() => invitations().length, { timeout: 30_000 }).toBe(1);
  const [booked] = invitations();
  expect(booked).toMatchObject({ method: "REQUEST", start: at(slot!.start) });

  const { items } = await patient.api.get<{ items: { id: string }[] }>("/api/appointments");
  const visit = `/api/appointments/${items[0]!.id}`;
  await doctor.api.post(`${visit}/reminders`);
  const phone = await openAs();
  await phone.goto(await remindedLink(patient.account.email));
  await phone.getByRole("button", { name: "Choose another time" }).click();
  await phone.locator("button[data-slot]").last().click();
  await phone.getByRole("button", { name: /^Reschedule to / }).click();
  await expect(phone.getByText("You’ll be reminded of the new time.")).toBeVisible();
  const later = await patient.api.get<{ start: string }>(visit);
  expect(at(later.start)).not.toBe(at(slot!.start));
  await expect.poll(() => invitations().length, { timeout: 30_000 }).toBe(2);
  await patient.api.put(`${visit}/status`, { status: "CANCELLED" });
  await expect.poll(() => invitations().length, { timeout: 30_000 }).toBe(3);

  const [, moved, cancelled] = invitations();
  expect(moved).toMatchObject({ method: "REQUEST", start: at(later.start), uid: booked!.uid });
  expect(cancelled).toMatchObject({ method: "CANCEL", uid: booked!.uid });
  expect(moved!.sequence).toBeGreaterThan(booked!.sequence);
  expect(cancelled!.sequence).toBeGreaterThan(moved!.sequence);
  for (const { file } of invitations()) {
    expect(file).not.toContain(doctor.name);
    expect(file).not.toContain("A private matter");
  }
});
