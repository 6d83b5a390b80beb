import type { Page } from "@playwright/test";
import { openDesk } from "./support/desk";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import type { Hospital } from "./support/invitations";
import { secret } from "./support/ledger";
import { openLive } from "./support/live";
import { newcomer, newPatient, type Doctor, type Patient } from "./support/people";
import { freeSlots } from "./support/slots";

const ROOM = "Room 3";
const PHONE = { width: 390, height: 844 };

// The screen on the wall loses its network on purpose.
test.use({ allowedErrors: /ERR_INTERNET_DISCONNECTED|WebSocket|Failed to fetch/ });

/** Keeps what a page reads aloud, because a test's browser has no voice. */
async function listenTo(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    window.speechSynthesis.speak = ({ text }) => void said.push(text);
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

/** Walk-ins, checked in one after the other. */
async function walkIn({ api, id }: Hospital, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, () => newcomer().name);
  for (const name of names) await api.post(`/api/hospitals/${id}/walk-ins`, { patient: { name } });
  return names;
}

/** An appointment in some days, booked by the patient. */
async function appointmentLater({ id }: Hospital, doctor: Doctor, { patientId, api }: Patient): Promise<void> {
  const free = (await freeSlots(doctor.id, { from: 6, hours: 48 })).find(({ hospitalId }) => hospitalId === id);
  await api.post("/api/appointments", { doctorId: doctor.id, hospitalId: id, patientId, start: free?.start });
}

/** An appointment in the next minutes, made by the desk for someone who has booked here before. */
async function appointmentSoon(hospital: Hospital, doctor: Doctor, patient: Patient) {
  await appointmentLater(hospital, doctor, patient);
  const { patientId } = patient;
  return hospital.api.post<{ id: string }>(`/api/hospitals/${hospital.id}/walk-ins`, { patientId, checkIn: false });
}

/** Adds a screen on the page that is open; returns its address. */
async function addScreen(page: Page): Promise<string> {
  await page.goto("/hospital/waiting-room/entrance");
  await page.getByRole("button", { name: "Add a screen" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Second floor");
  await page.getByRole("switch", { name: "Read numbers aloud" }).click();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Add screen" }).click();
  const ready = page.getByRole("dialog", { name: "The screen “Second floor” is ready" });
  const url = await ready.getByRole("textbox", { name: "Address of the screen" }).inputValue();
  secret(url.split("#")[1] ?? "");
  await ready.getByRole("button", { name: "Done" }).click();
  return url;
}

/** Posts a code at the entrance; returns where it leads. */
async function postCode(page: Page, { api, id }: Hospital): Promise<string> {
  await page.getByRole("button", { name: "Make a code" }).click();
  await expect(page.getByRole("img", { name: "QR code for the entrance" })).toBeVisible();
  return (await api.get<{ url: string }>(`/api/hospitals/${id}/arrival-code`)).url;
}

const queueOf = (page: Page, doctor: Doctor) => page.getByRole("list", { name: `Waiting for ${doctor.name}` });
const callNext = (page: Page) => page.getByRole("button", { name: /^Call next/ }).click();

test("ten wait: two desks call, the wall shows and says the numbers, a phone follows its own", async ({ openAs }) => {
  const { hospital, doctor } = await openDesk();
  const patient = await newPatient();
  const [first, second, phone, wall] = [
    await openAs(hospital.account),
    await openAs(hospital.account),
    await openAs(patient.account),
    await openAs(),
  ];
  await phone.setViewportSize(PHONE);
  const said = await listenTo(wall);
  await hospital.api.put(`/api/doctors/${doctor.id}/room`, { hospitalId: hospital.id, room: ROOM });
  const soon = await appointmentSoon(hospital, doctor, patient);
  const names = await walkIn(hospital, 8);

  const url = await addScreen(first);
  const entrance = await postCode(first, hospital);
  await openLive(wall, url);
  await wall.waitForURL(/\/waiting-display\/[^#]+$/);
  const called = wall.getByRole("region", { name: "Called now" });
  await expect(wall.getByRole("list", { name: "Queues" })).toContainText("A1 · A2 · A3 · A4 and 4 more");
  await expectNoAxeViolations(wall);

  await phone.goto(entrance);
  await phone.getByRole("button", { name: /^Check in/ }).click();
  await expect(phone.getByLabel("Your place in line")).toContainText("A9");
  await expectNoAxeViolations(phone);
  await openLive(phone, `/patient/visits/${soon.id}`);

  // Two desks at the same moment: two people at most, never one twice, and no one is left out.
  for (const page of [first, second]) await openLive(page, "/hospital/waiting-room");
  await Promise.all([callNext(first), callNext(second)]);
  await expect(called).toContainText("A1");
  const { items } = await hospital.api.get<{ items: { id: string }[] }>("/api/waiting-queues");
  const queue = `/api/waiting-queues/${items[0]?.id}`;
  type Ticket = { number: string; state: string };
  const { tickets } = await hospital.api.get<{ tickets: Ticket[] }>(queue);
  const now = tickets.filter(({ state }) => state === "CALLED").map(({ number }) => number);
  expect(["A1", "A1 A2"]).toContain(now.join(" "));
  if (now.length === 1) await callNext(second);
  await expect(called).toContainText("A2");
  await expect(queueOf(first, doctor).getByRole("listitem").nth(1)).toContainText("A2");

  // Someone who isn't here is called again after two others; someone in pain goes first; an urgent patient is added.
  await first.getByRole("button", { name: /^Not here ?: A1$/ }).click();
  await expect(queueOf(second, doctor).getByRole("listitem").nth(3)).toContainText("A1");
  await second.getByRole("button", { name: "More for A8" }).click();
  await second.getByRole("menuitem", { name: "Severe pain" }).click();
  await expect(queueOf(first, doctor).getByRole("listitem").nth(1)).toContainText(/A8.*First: Severe pain/s);
  await first.getByRole("link", { name: "Add urgent patient" }).click();
  await first.getByRole("textbox", { name: "Name" }).fill(newcomer().name);
  await first.getByRole("button", { name: "Add and check in" }).click();
  await expect(queueOf(first, doctor)).toContainText("Overbooked");
  await expect(queueOf(second, doctor).getByRole("listitem")).toHaveCount(10);

  // The phone's number is called: on the phone, on the wall and aloud.
  await second.getByRole("button", { name: "More for A9" }).click();
  await second.getByRole("menuitem", { name: "Call out of turn" }).click();
  await expect(phone.getByLabel("Your place in line")).toContainText(`You're called. Please go to ${ROOM}.`);
  await expect(called.getByRole("listitem").first()).toContainText(/A9.*Room 3/s);
  await expect.poll(said).toContain(`Number A, 9. Please go to ${ROOM}.`);

  // Without network the wall misses a call, and catches up.
  await wall.context().setOffline(true);
  await callNext(second);
  await expect(queueOf(first, doctor).getByText("Called now")).toHaveCount(3);
  await wall.context().setOffline(false);
  await expect(called.getByRole("listitem").first()).toContainText("A8", { timeout: 30_000 });
  const shown = await wall.content();
  for (const name of [...names, patient.name, doctor.name]) expect(shown).not.toContain(name);

  await first.goto("/hospital/waiting-room/entrance");
  await first.getByRole("button", { name: /^End ? the screen Second floor$/ }).click();
  await first.getByRole("alertdialog").getByRole("button", { name: "End the screen" }).click();
  await expect(wall.getByText("This screen isn’t in use")).toBeVisible();
});

test("a doctor adds an urgent patient at one place, who is first in line", async ({ openAs }) => {
  const { hospital, doctor } = await openDesk();
  const patient = await newPatient();
  await appointmentLater(hospital, doctor, patient);
  await walkIn(hospital, 1);
  const page = await openAs(doctor.account);
  await openLive(page, "/doctor/waiting-room");
  await page.getByRole("link", { name: "Add urgent patient" }).click();
  await page.getByRole("radio", { name: "Existing patient" }).click();
  await page.getByRole("combobox", { name: "Patient" }).click();
  await page.getByPlaceholder("Type the patient's name").fill(patient.name);
  await page.getByRole("option", { name: patient.name }).click();
  await page.getByRole("button", { name: "Add and check in" }).click();
  const place = page.getByRole("combobox", { name: "Place", exact: true });
  await expect(place).toHaveAccessibleDescription(/Choose a place/);
  await expectNoAxeViolations(page);
  await place.selectOption({ label: hospital.hospitalName });
  await page.getByRole("button", { name: "Add and check in" }).click();
  const line = page.getByRole("list", { name: /^Waiting/ }).getByRole("listitem");
  await expect(line.first()).toContainText(new RegExp(`A2.*${patient.name}.*Overbooked`, "s"));
  await expect(line).toHaveCount(2);
});
