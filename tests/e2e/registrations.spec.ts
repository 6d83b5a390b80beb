import type { Page } from "@playwright/test";
import { openDesk } from "./support/desk";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { newcomer } from "./support/people";

const fill = async (page: Page, name: string, bornOn: string, recordNumber: string) => {
  await page.getByLabel(/^Name/).fill(name);
  await page.getByLabel(/^Born on/).fill(bornOn);
  await page.getByLabel(/^Record number/).fill(recordNumber);
};
const submit = (page: Page) => page.getByRole("button", { name: "Register patient" }).click();

test("the desk registers a patient without a visit, and finds them by the record number", async ({ openAs }) => {
  const { hospital } = await openDesk();
  const { name } = newcomer();
  const page = await openAs(hospital.account);
  await page.goto("/hospital");
  await page.getByRole("main").getByRole("link", { name: "Register patient" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Register a patient");
  await fill(page, name, "1962-11-05", secret("AB 4711-9"));
  await page.getByLabel(/^Language/).selectOption({ label: "German" });
  await submit(page);
  await expect(page.getByText("Patient registered")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(page.getByText("AB 4711-9", { exact: true })).toBeVisible();
  await expect(page.getByText("German")).toBeVisible();
  await expectNoAxeViolations(page);

  await page.getByRole("link", { name: "Patients", exact: true }).first().click();
  await expect(page.getByRole("link", { name })).toBeVisible();
  await page.getByLabel("Name or record number").fill("ab  4711-9");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Patients found by “ab  4711-9”");
  await expect(page).not.toHaveURL(/4711/);
  await page.getByRole("link", { name }).click();

  await page.getByRole("button", { name: /^Correct/ }).click();
  const dialog = page.getByRole("dialog", { name: "Correct the registration" });
  await dialog.getByLabel(/^Record number/).fill("AB 4711-10");
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Registration corrected")).toBeVisible();
  await expect(page.getByRole("main").getByText("AB 4711-10", { exact: true })).toBeVisible();
});

test("no one is registered twice unnoticed, and a number belongs to one patient", async ({ openAs }) => {
  const { hospital } = await openDesk();
  const { name } = newcomer();
  const patients = `/api/hospitals/${hospital.id}/patients`;
  const known = { patient: { name, bornOn: "1971-03-02" }, recordNumber: "K-1" };
  await hospital.api.post(patients, known);
  const page = await openAs(hospital.account);
  await page.goto("/hospital/patients/new");
  await fill(page, name, "1971-03-02", "K-1");
  // Shown while typing, and asked before anything is stored.
  await expect(page.getByText("Is it one of these existing patients?")).toBeVisible();
  await submit(page);
  await expect(page.getByText("Is it the same person?")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "No, register someone new" }).click();
  await expect(page.getByLabel(/^Record number/)).toHaveAccessibleDescription(/Belongs to another patient/);
  const { items } = await hospital.api.get<{ items: unknown[] }>(patients);
  expect(items).toHaveLength(1);

  await submit(page);
  await page.getByText("Is it the same person?").waitFor();
  await page
    .getByRole("button", { name: `it is ${name}` })
    .last()
    .click();
  await page.getByRole("link", { name: `Open the page of ${name}` }).click();
  // The number was typed for someone new: it would be lost.
  await page.getByRole("alertdialog").getByRole("button", { name: "Leave" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(page.getByText("K-1", { exact: true })).toBeVisible();
});
