import type { Page } from "@playwright/test";
import { signedNote } from "./support/booking";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { openLive } from "./support/live";
import { newDoctor, newPatient } from "./support/people";

const PLAN = "Breathe out slowly, ten times.";
const PHONE = { width: 390, height: 844 };

/** Makes a link on the page on sharing, which is open; returns its address. */
async function makeLink(page: Page, choose: () => Promise<void> = async () => undefined): Promise<string> {
  await page.getByRole("button", { name: "Share by link" }).click();
  const dialog = page.getByRole("dialog", { name: "Share parts of your record by link" });
  await expect(dialog.getByRole("checkbox", { name: "Allergies" })).toBeChecked();
  await choose();
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const ready = page.getByRole("dialog", { name: "Your link is ready" });
  await expect(ready.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  await expectNoAxeViolations(page);
  const url = await ready.getByRole("textbox", { name: "Or send the link" }).inputValue();
  secret(url.split("#")[1] ?? "");
  await ready.getByRole("button", { name: "Done" }).click();
  return url;
}

test("a QR link is opened on a phone without an account, then revoked", async ({ openAs }) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  await signedNote(doctor, patient, secret(PLAN), [], ["Salbutamol"]);
  await patient.api.post(`/api/patients/${patient.patientId}/allergies`, {
    substance: secret("Hazelnuts of Avellino"),
    category: "FOOD",
    criticality: "HIGH",
  });
  const [page, phone, other] = [await openAs(patient.account), await openAs(), await openAs()];
  await phone.setViewportSize(PHONE);

  await openLive(page, "/patient/records/sharing");
  const url = await makeLink(page);
  const links = page.getByRole("list", { name: "Links to your record" });
  await expect(links).toContainText("Not opened yet");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your record is shared by 1 link");

  // A program that follows the link asks for nothing, and learns nothing.
  const followed = await page.request.get(url);
  expect(followed.headers()).toMatchObject({ "referrer-policy": "no-referrer" });
  expect(followed.headers()["cache-control"]).toContain("no-store");
  expect(await followed.text()).not.toContain(patient.name);

  await phone.goto(url);
  await expect(phone.getByText("allergies, conditions and medicines")).toBeVisible();
  await expect(phone.getByText(patient.name)).toHaveCount(0);
  await expectNoAxeViolations(phone);
  await phone.getByRole("button", { name: "Open the record" }).click();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText(patient.name);
  await expect(phone.getByText("Hazelnuts of Avellino")).toBeVisible();
  await expect(phone.getByText("Salbutamol")).toBeVisible();
  await expect(phone.getByText(PLAN)).toHaveCount(0);
  expect(phone.url()).not.toContain("#");
  await expectNoAxeViolations(phone);

  await expect(links).toContainText("Opened on 1 of 1 device");
  await phone.reload();
  await expect(phone.getByText("Hazelnuts of Avellino")).toBeVisible();
  await other.goto(url);
  await expect(other.getByRole("heading", { name: "This link was opened on another device" })).toBeVisible();
  await phone.goto(url);
  await phone.getByRole("link", { name: "Read on" }).click();
  await expect(phone.getByText("Hazelnuts of Avellino")).toBeVisible();
  await openLive(phone, new URL(phone.url()).pathname);

  await page.getByRole("button", { name: /^End the link/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "End the link" }).click();
  await expect(phone.getByRole("heading", { name: "This link was ended" })).toBeVisible();
  await expect(phone.getByText("Hazelnuts of Avellino")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "No open links" })).toBeVisible();
  await phone.goto(url);
  await expect(phone.getByRole("heading", { name: "This link was ended" })).toBeVisible();

  await page.goto("/patient/records/access");
  const look = page.getByRole("listitem").filter({ hasText: "Someone with your link" });
  await expect(look.filter({ hasText: "opened the list of allergies" }).first()).toContainText(
    "with a link to your record",
  );
  await expectNoAxeViolations(page);
});

test("a link to a chosen visit asks for its passcode", async ({ openAs }) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  await signedNote(doctor, patient, secret(PLAN));
  const [page, guest] = [await openAs(patient.account), await openAs()];
  const passcode = secret("heron over water");
  await page.goto("/patient/records/sharing");
  const url = await makeLink(page, async () => {
    const dialog = page.getByRole("dialog");
    for (const part of ["Allergies", "Conditions", "Medicines"])
      await dialog.getByRole("checkbox", { name: part }).click();
    await dialog.getByRole("checkbox", { name: "Visits" }).click();
    await dialog.getByRole("radio", { name: "Only visits I choose" }).click();
    await dialog.getByRole("button", { name: "Make the link" }).click();
    await expect(dialog.getByText("Choose at least one visit")).toBeVisible();
    await dialog.getByRole("group", { name: "Visits" }).getByRole("checkbox").click();
    await dialog.getByRole("textbox", { name: /^Passcode/ }).fill(passcode);
  });
  await guest.goto(url);
  await expect(guest.getByText("you: visits")).toBeVisible();
  await guest.getByRole("textbox", { name: "Passcode" }).fill("something else");
  await guest.getByRole("button", { name: "Open the record" }).click();
  await expect(guest.getByText("That isn't the passcode")).toBeVisible();
  await expectNoAxeViolations(guest);
  await guest.getByRole("textbox", { name: "Passcode" }).fill(passcode);
  await guest.keyboard.press("Enter");
  await expect(guest.getByText(PLAN)).toBeVisible();
  await expectNoAxeViolations(guest);
});
