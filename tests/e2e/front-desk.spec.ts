import type { Page } from "@playwright/test";
import { entryOf, stepButton } from "./support/booking";
import { openDesk } from "./support/desk";
import { expect, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { openLive } from "./support/live";
import { newcomer } from "./support/people";

async function walkIn(page: Page, person: { name: string }): Promise<void> {
  await page.goto("/hospital/appointments/walk-in");
  await page.getByRole("textbox", { name: "Name" }).fill(person.name);
  await page.getByRole("button", { name: "Book and check in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(person.name);
}

test("a new walk-in patient appears in the doctor's open waiting list at once", async ({ openAs }) => {
  const { hospital, doctor } = await openDesk();
  const [deskPage, doctorPage] = [await openAs(hospital.account), await openAs(doctor.account)];
  const person = newcomer();
  await openLive(doctorPage, "/doctor");
  await expect(doctorPage.getByRole("region", { name: "Here now" })).toHaveCount(0);

  await deskPage.goto("/hospital/appointments/walk-in");
  await expect(deskPage.getByRole("heading", { level: 1 })).toHaveText("1 doctor available today");
  await deskPage.getByRole("textbox", { name: "Name" }).fill(person.name);
  await deskPage.getByLabel("Born on").fill("1961-04-05");
  await deskPage.getByRole("textbox", { name: "Phone" }).fill(secret("+49 30 5550142"));
  await deskPage.getByRole("textbox", { name: "Reason for visit" }).fill(secret("Twisted an ankle on the stairs"));
  await deskPage.getByRole("button", { name: "Book and check in" }).click();
  await expect(deskPage.getByText("Booked and checked in")).toBeVisible();

  const here = doctorPage.getByRole("region", { name: "Here now" });
  await expect(here).toContainText(person.name);
  await deskPage.goto("/hospital");
  await expect(deskPage.getByRole("list", { name: "Waiting now" })).toContainText(person.name);

  await stepButton(doctorPage, "Start visit", person).click();
  await expect(deskPage.getByRole("list", { name: "Waiting now" })).toHaveCount(0);
});

test("a patient entered a second time is suggested first, and is not duplicated", async ({ openAs }) => {
  const { hospital } = await openDesk();
  const page = await openAs(hospital.account);
  const person = newcomer();
  await walkIn(page, person);

  await page.goto("/hospital/appointments/walk-in");
  await page.getByRole("textbox", { name: "Name" }).fill(person.name);
  await page
    .getByRole("list", { name: "Similar patients" })
    .getByRole("button", { name: new RegExp(`it is ${person.name}$`) })
    .click();
  await expect(page.getByRole("combobox", { name: "Patient" })).toContainText(person.name);
  await page.getByRole("switch", { name: "Check in now" }).click();
  await page.getByRole("button", { name: "Book", exact: true }).click();
  // The same person can't wait twice at one time: the doctor's next time is theirs.
  await expect(page.getByRole("heading", { level: 1 })).toContainText(person.name);
  const { items } = await hospital.api.get<{ items: { patientId: string; start: string }[] }>(
    "/api/appointments?limit=100",
  );
  expect(items).toHaveLength(2);
  expect(new Set(items.map(({ patientId }) => patientId)).size).toBe(1);
});

test("the desk checks in, marks a missed visit, and prints the day", async ({ openAs }) => {
  const { hospital, doctor } = await openDesk();
  const page = await openAs(hospital.account);
  const [first, second] = [newcomer(), newcomer()];
  const walkIns = `/api/hospitals/${hospital.id}/walk-ins`;
  await hospital.api.post(walkIns, { patient: { name: first.name }, when: "NOW", checkIn: false });
  await hospital.api.post(walkIns, { patient: { name: second.name }, checkIn: false });
  await openLive(page, "/hospital/appointments");

  await stepButton(page, "Check in", second).click();
  await expect(entryOf(page, second)).toContainText("Checked in");
  await entryOf(page, first).getByRole("button", { name: /^More/ }).click();
  await page.getByRole("menuitem", { name: /^Mark as missed/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Mark as missed" }).click();
  await expect(entryOf(page, first)).toContainText("Missed");

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("button")).toHaveCount(0);
  const paper = page.getByRole("list", { name: "Appointments" });
  for (const { name } of [first, second, doctor]) await expect(paper.getByText(name).first()).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(width, "nothing is cut off at the edge of the paper").toBeLessThanOrEqual(0);
});

test("a manager assigns a doctor to a department by keyboard, and the open public page follows", async ({ openAs }) => {
  const { hospital, doctor } = await openDesk();
  const [page, publicPage] = [await openAs(hospital.account), await openAs()];
  await openLive(publicPage, `/hospitals/${hospital.slug}`);
  await page.goto("/hospital/departments");
  await page.getByRole("textbox", { name: "New department" }).fill("Orthopaedics");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 department");

  const field = page.getByRole("combobox", { name: `Department of ${doctor.name}` });
  await field.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("list", { name: "Doctors of Orthopaedics" })).toContainText(doctor.name);
  await expect(field).toBeFocused();
  await expect(publicPage.getByText("Orthopaedics").first()).toBeVisible();
});
