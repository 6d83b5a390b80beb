import type { Locator } from "@playwright/test";
import { newDispatch, somePhone, somewhere } from "./support/calls";
import { ask, openBoard, phoneAt, someCaller, title, TRACKED, waitingFor } from "./support/dispatch";
import { expect, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { newcomer, newPatient } from "./support/people";

test("someone without a mouse or a position requests an ambulance with coordinates", async ({ page, openAs }) => {
  const place = somewhere();
  const hospital = await newDispatch(place);
  const board = await openBoard(await openAs(hospital.account), hospital);
  const caller = someCaller();
  await page.goto("/emergency");
  const tabTo = async (target: Locator) => {
    for (let pressed = 0; pressed < 40; pressed += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error("The Tab key does not lead there.");
  };
  await tabTo(page.getByRole("button", { name: "Use my location" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("We couldn't get your location")).toBeVisible();
  await tabTo(page.getByRole("textbox", { name: "Or the address" }));
  await page.keyboard.type(`${place.latitude}, ${place.longitude}`);
  await tabTo(page.getByRole("textbox", { name: "Your name" }));
  await page.keyboard.type(caller.name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Your phone number" }), "what is missing has the focus").toBeFocused();
  await page.keyboard.type(caller.phone);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(TRACKED);
  secret(page.url().split("/").at(-1) ?? "");
  await expect(waitingFor(board, caller)).toBeVisible();
});

test("all missing fields are reported at once, and corrected ones are no longer red", async ({ page }) => {
  const place = somewhere();
  await phoneAt(page, place);
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const faulty = ["Or the address", "Town or village", "Your name", "Your phone number"];
  // The page has come whole and may not listen yet.
  await expect(async () => {
    await page.getByRole("button", { name: "Request an ambulance" }).click();
    for (const name of faulty) await expect(field(name)).toHaveAttribute("aria-invalid", "true", { timeout: 500 });
  }).toPass();
  await expect(field("Or the address"), "the first that is missing").toBeFocused();

  await field("Your name").fill(newcomer().name);
  await expect(field("Your name")).not.toHaveAttribute("aria-invalid");
  await expect(field("Your name"), "what is typed keeps the focus").toBeFocused();
  await field("Town or village").fill(secret("Kleinmachnow"));
  await page.getByRole("button", { name: "Request an ambulance" }).click();
  await expect(field("Nearest city"), "a village that is not on the map").toHaveAttribute("aria-invalid", "true");
  const cities = await field("Nearest city").locator("option").allTextContents();
  expect(new Set(cities).size, "each city is offered once").toBe(cities.length);

  await page.getByRole("button", { name: "Use my location" }).click();
  await expect(page.getByText("We have your location")).toBeVisible();
  await expect(page.locator("[aria-invalid=true]"), "only the phone number is missing now").toHaveCount(1);
  await expect(field("Your phone number")).toHaveAttribute("aria-invalid", "true");
});

test("an account's form is pre-filled, and the call can be followed and cancelled in the portal", async ({
  openAs,
}) => {
  const place = somewhere();
  const hospital = await newDispatch(place);
  const board = await openBoard(await openAs(hospital.account), hospital);
  const patient = await newPatient();
  const phone = await phoneAt(await openAs(patient.account), place);
  await expect(phone.getByRole("textbox", { name: "Your name" })).toHaveValue(patient.name);
  await expect(phone.getByRole("combobox", { name: "Who needs it?" })).toHaveValue(patient.patientId);
  await ask(phone, { name: patient.name, phone: somePhone() });
  await expect(phone).toHaveURL(/\/patient\/stays\/ambulances\/[0-9a-f-]{36}$/);
  await title(phone, "Asking the nearest hospital");
  await expect(waitingFor(board, patient).getByText(`For ${patient.name}`, { exact: true })).toBeVisible();

  // The page has come whole and may not listen yet.
  const question = phone.getByRole("alertdialog", { name: "Cancel the ambulance?" });
  await expect(async () => {
    await phone.getByRole("button", { name: "No ambulance is needed" }).click({ timeout: 2_000 });
    await expect(question).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await question.getByRole("button", { name: "Cancel the ambulance" }).click();
  await title(phone, "Cancelled");
  await expect(waitingFor(board, patient)).toHaveCount(0);
  await phone.goto("/patient/stays");
  await expect(phone.getByRole("list", { name: "Ambulances" }).getByText("Cancelled")).toBeVisible();
});

test.describe("without any script", () => {
  test.use({ javaScriptEnabled: false });

  test("an ambulance is requested with an address, missing fields are reported, and the call's page refreshes itself", async ({
    page,
  }) => {
    const caller = someCaller();
    await page.goto("/emergency");
    await page.getByRole("textbox", { name: "Your name" }).fill(caller.name);
    await page.getByRole("textbox", { name: "Your phone number" }).fill(caller.phone);
    await page.getByRole("button", { name: "Request an ambulance" }).click();
    await expect(page.getByText("Enter an address, or use your location")).toBeVisible();
    await expect(page.getByText("Enter your town or village")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Your name" })).toHaveValue(caller.name);
    await page.getByRole("textbox", { name: "Or the address" }).fill(secret("Lindenweg 4711"));
    await page.getByRole("combobox", { name: "Town or village" }).fill("Berlin");
    await page.getByRole("button", { name: "Request an ambulance" }).click();
    await expect(page).toHaveURL(TRACKED);
    secret(page.url().split("/").at(-1) ?? "");
    await title(page, "Asking the nearest hospital");
    await expect(page.locator('noscript meta[http-equiv="refresh"], meta[http-equiv="refresh"]')).toHaveCount(1);
  });
});
