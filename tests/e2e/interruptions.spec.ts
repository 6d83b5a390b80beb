import type { Page } from "@playwright/test";
import { bookedVisit, takeSlot } from "./support/booking";
import { expect, test } from "./support/fixtures";
import { goBack } from "./support/go-back";
import { expectInput } from "./support/keyboard";
import { secret } from "./support/ledger";
import { nextRefresh, openAtRest } from "./support/live";
import { newDoctor, newPatient, type Patient } from "./support/people";
import { signInAs, type Account } from "./support/sign-in";
import { bookingPath, someSlot, slotButton } from "./support/slots";

// The browser's own messages when signed out.
test.use({ allowedErrors: /401 .*\/api\/(me|realtime\/auth)/ });

/** As another tab of the same browser does. */
async function signOutElsewhere(page: Page): Promise<void> {
  await page.context().clearCookies({ name: /session/ });
}

const signedOut = (page: Page) => page.getByRole("dialog", { name: "You have been signed out" });

async function signInHere(page: Page, { email, password }: Account): Promise<void> {
  await signedOut(page).getByRole("textbox", { name: "Email" }).fill(email);
  await signedOut(page).getByLabel("Password", { exact: true }).fill(password);
  await signedOut(page).getByRole("button", { name: "Sign in and continue" }).click();
}

/** The patient's settings with a new name typed. */
async function typeName(page: Page, name: string): Promise<void> {
  await openAtRest(page, "/patient/settings");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(secret(name));
}

const nameOf = async ({ api }: Patient) => (await api.get<{ name: string }>("/api/me")).name;

test("signed out in another tab: the pressed action runs after signing in again, and nothing typed is lost", async ({
  openAs,
}) => {
  const patient = await newPatient();
  const page = await openAs(patient.account);
  await typeName(page, "Aurelia Typed-Once");
  await signOutElsewhere(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(signedOut(page)).toBeVisible();
  await signInHere(page, patient.account);
  await expect(signedOut(page)).toHaveCount(0);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  expect(await nameOf(patient)).toBe("Aurelia Typed-Once");
});

test("signed out and in again in another tab: the page continues by itself", async ({ openAs }) => {
  const patient = await newPatient();
  const page = await openAs(patient.account);
  await typeName(page, "Aurelia Back-Again");
  await signOutElsewhere(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(signedOut(page)).toBeVisible();
  await signInAs(page, patient.account);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
});

test.describe("another account", () => {
  test("does not run what the first one pressed", async ({ openAs }) => {
    const [patient, other] = [await newPatient(), await newPatient()];
    const page = await openAs(patient.account);
    await typeName(page, "Aurelia Not-Yours");
    await signOutElsewhere(page);
    await signInAs(page, other.account);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(signedOut(page).getByText("This is a different account")).toBeVisible();
    await signedOut(page).getByRole("button", { name: "Not now" }).click();
    await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Aurelia Not-Yours");
    expect(await nameOf(other)).toBe(other.name);
    expect(await nameOf(patient)).toBe(patient.name);
  });
});

test("a page that refreshes after its session ended keeps what is typed", async ({ openAs }) => {
  const patient = await newPatient();
  const doctor = await newDoctor();
  const page = await openAs(patient.account);
  await typeName(page, "Aurelia Still-Here");
  await signOutElsewhere(page);
  // Something happens to the patient: the page receives it and refreshes.
  await bookedVisit(doctor, patient, { from: 24 });
  await expect(signedOut(page)).toBeVisible();
  await signInHere(page, patient.account);
  await expect(signedOut(page)).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Aurelia Still-Here");
  await expect(page).toHaveURL("/patient/settings");
});

test.describe("without a network", () => {
  // The browser's own messages while offline.
  test.use({ allowedErrors: /401 .*\/api\/me|ERR_INTERNET_DISCONNECTED|WebSocket|ERR_FAILED/ });

  test("booking says so at once, and what is given up is never sent", async ({ openAs }) => {
    const [doctor, patient] = [await newDoctor(), await newPatient()];
    const slot = await someSlot(doctor.id, { from: 24 });
    const page = await openAs(patient.account);
    await openAtRest(page, bookingPath(doctor.slug, slot));
    const held = nextRefresh(page);
    const dialog = await takeSlot(page, slot);
    await held;
    await page.context().setOffline(true);
    await dialog.getByRole("button", { name: "Book", exact: true }).click();
    const offline = page.getByRole("dialog", { name: "You're offline" });
    await expectInput(offline);
    await page.keyboard.press("Escape");
    await expect(offline).toHaveCount(0);
    await expect(dialog.getByText("Nothing was sent.")).toBeVisible();
    await dialog.getByRole("button", { name: "Back" }).click();
    await expect(dialog).toHaveCount(0);
    await page.context().setOffline(false);
    await expect(slotButton(page, slot)).toBeVisible();
    const { items } = await patient.api.get<{ items: unknown[] }>("/api/appointments");
    expect(items).toEqual([]);
  });

  test("what is not given up is sent when the network is back", async ({ openAs }) => {
    const patient = await newPatient();
    const page = await openAs(patient.account);
    await typeName(page, "Aurelia Patient");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("dialog", { name: "You're offline" })).toBeVisible();
    await page.context().setOffline(false);
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    expect(await nameOf(patient)).toBe("Aurelia Patient");
  });
});

test("Back closes the open booking sheet before it leaves the page", async ({ openAs }) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const slot = await someSlot(doctor.id, { from: 24 });
  const page = await openAs(patient.account);
  await page.goto("/patient");
  await page.goto(bookingPath(doctor.slug, slot));
  const dialog = await takeSlot(page, slot);
  const address = new RegExp(`/doctors/${doctor.slug}`);
  await goBack(page);
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(address);
  await goBack(page);
  await expect(page).toHaveURL(/\/patient$/);
});
