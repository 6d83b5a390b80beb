import type { Page } from "@playwright/test";
import { openDesk, staffWith } from "./support/desk";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import type { Hospital } from "./support/invitations";
import { secret } from "./support/ledger";
import { openLive } from "./support/live";
import { newcomer, newDoctor, newPatient, type Doctor, type Patient } from "./support/people";
import { dateIn, freeSlots } from "./support/slots";
import { newTimeLink } from "./support/visit-link";

/** Twelve appointments with the doctor today: four patients with an account, five with a phone, three with neither. */
async function fullMorning(hospital: Hospital, doctor: Doctor): Promise<{ patients: Patient[]; visitId: string }> {
  const today = dateIn(doctor.timeZone, new Date());
  const slots = (await freeSlots(doctor.id, { from: 2, hours: 12 })).filter(
    ({ hospitalId, start }) => hospitalId === hospital.id && dateIn(doctor.timeZone, start) === today,
  );
  const patients = await Promise.all([newPatient(), newPatient(), newPatient(), newPatient()]);
  let visitId = "";
  for (const [index, { start }] of slots.slice(0, 12).entries()) {
    const booking = { doctorId: doctor.id, hospitalId: hospital.id, start };
    const patient = patients[index];
    if (patient) visitId = (await patient.api.post<{ id: string }>("/api/appointments", booking)).id;
    else {
      const phone = index < 9 ? { phone: secret(`+49 30 55501${10 + index}`) } : {};
      await hospital.api.post("/api/appointments", { ...booking, patient: { name: newcomer().name, ...phone } });
    }
  }
  return { patients, visitId };
}

/** By the link in the mail, on a phone and without signing in: the nearest time with the same doctor. */
async function chooseByLink(phone: Page, link: string): Promise<void> {
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto(link);
  await expect(phone.getByText("This appointment can’t take place at its time")).toBeVisible();
  const choice = phone.getByRole("region", { name: "Choose another time" });
  await choice.getByRole("button", { name: "More times" }).click();
  await expect(choice.locator("button[data-slot]").nth(8)).toBeVisible();
  await expectNoAxeViolations(phone);
  await choice.getByRole("region", { name: "With the same doctor" }).getByRole("button").first().click();
  await expectNoAxeViolations(phone);
  await phone.getByRole("button", { name: "Reschedule" }).click();
  await expect(phone.getByText("You’ll be reminded of the new time.")).toBeVisible();
  await expectNoAxeViolations(phone);
  await phone.reload();
  await expect(phone.getByText("This appointment has another time already")).toBeVisible();
}

test("a doctor calls in sick at 7:40 with twelve patients, three of them without a phone", async ({ openAs }) => {
  const { hospital, doctor } = await openDesk();
  const colleague = await newDoctor();
  await staffWith(hospital, colleague);
  const { patients, visitId } = await fullMorning(hospital, doctor);
  const [first, last] = [patients[0]!, patients.at(-1)!];

  const desk = await openAs(hospital.account);
  await openLive(desk, "/hospital/absences");
  await desk.getByRole("button", { name: "A doctor is away" }).click();
  const dialog = desk.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Doctor" }).selectOption(doctor.name);
  await dialog.getByRole("button", { name: "See who is affected" }).click();
  await expect(dialog).toContainText(
    "12 appointments: 4 patients get a notification, 5 have to be called, 3 can't be reached",
  );
  await expect(dialog.getByRole("list", { name: "Affected patients" }).getByRole("listitem")).toHaveCount(12);
  await expectNoAxeViolations(desk);
  await dialog.getByRole("button", { name: "Close these days" }).press("Enter");

  const waiting = desk.getByRole("region", { name: "Before anyone is told" });
  await expect(waiting).toContainText("The hours are closed. Patients will be told in");
  await expectNoAxeViolations(desk);
  await waiting.getByRole("button", { name: "Tell them now" }).click();
  const list = desk.getByRole("list", { name: "Appointments affected" });
  await expect(list.getByText("Needs a new time")).toHaveCount(12);
  await expect(desk.getByRole("main")).toContainText("0 of 12 appointments settled");

  // One of them chooses another time by the link in the mail, and one takes a colleague's.
  await chooseByLink(await openAs(), await newTimeLink(await openAs("admin"), first.account.email));
  await expect(list.getByRole("listitem").filter({ hasText: first.name })).toContainText("Chose a new time");
  const page = await openAs(last.account);
  await openLive(page, `/patient/visits/${visitId}`);
  const times = page.getByRole("region", { name: "Nearest times" });
  await expectNoAxeViolations(page);
  await times.getByRole("region", { name: colleague.name }).getByRole("button").first().click();
  await expect(times).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText(colleague.name);
  await expect(list.getByRole("listitem").filter({ hasText: last.name })).toContainText("Chose a new time");

  // The others are moved at once, and those without an account are called.
  await desk.getByRole("button", { name: "Reschedule patients" }).click();
  const moving = desk.getByRole("dialog", { name: "Reschedule patients" });
  await moving.getByRole("button", { name: "Propose times" }).click();
  await expect(moving.getByRole("checkbox", { checked: true })).toHaveCount(10);
  await expectNoAxeViolations(desk);
  await moving.getByRole("button", { name: "Reschedule 10 appointments" }).click();
  await expect(moving).toHaveCount(0);
  await expect(list.getByText("Has a new time")).toHaveCount(10);
  await expect(list.getByText("Chose a new time")).toHaveCount(2);
  await desk.goto("/hospital/to-call");
  const calls = desk.getByRole("list", { name: "People to call" }).getByRole("listitem");
  await expect(calls).toHaveCount(8);
  await expect(calls.filter({ hasText: "No phone number known" })).toHaveCount(3);
  await expect(calls.first()).toContainText("The appointment has a new time");
});
