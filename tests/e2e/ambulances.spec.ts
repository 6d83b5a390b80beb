import type { Locator } from "@playwright/test";
import { newDispatch, somePhone, somewhere } from "./support/calls";
import {
  ask,
  column,
  dispatchButton,
  expectToFit,
  openBoard,
  phoneAt,
  someCaller,
  title,
  TRACKED,
  waitingFor,
} from "./support/dispatch";
import { expect, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { markLoaded } from "./support/live";
import { newcomer, newPatient } from "./support/people";

test("an ambulance is requested in four steps on a phone without an account, and followed until the patient is in a bed", async ({
  page,
  openAs,
}) => {
  const place = somewhere();
  const hospital = await newDispatch(place.north(2));
  const board = await openBoard(await openAs(hospital.account), hospital);
  const boardStays = await markLoaded(board);
  const [caller, patient] = [someCaller(), newcomer()];

  const phone = await phoneAt(page, place);
  await phone.getByRole("combobox", { name: "Do you also need a hospital bed?" }).selectOption("EMERGENCY");
  const startedAt = Date.now();
  expect(await ask(phone, caller), "taps and fields").toBeLessThanOrEqual(4);
  await expect(phone).toHaveURL(TRACKED);
  await title(phone, "Asking the nearest hospital");
  expect(Date.now() - startedAt, "milliseconds from the first tap to being told who is asked").toBeLessThan(20_000);
  const token = secret(phone.url().split("/").at(-1) ?? "");
  await expect(phone.locator(`a[href*="${token}"]`), "no link carries the key to the call").toHaveCount(0);

  await title(board, "1 call waiting, 1 vehicle free");
  await expect(
    board.getByText("New call: Injured or ill, awake and breathing, 2 km away."),
    "what is read out",
  ).toBeAttached();
  await expect(board).toHaveTitle(/^1 call waiting, 1 vehicle free/);
  await expect(waitingFor(board, caller).getByText("Bed requested: Emergency")).toBeVisible();
  const phoneStays = await markLoaded(phone);
  await dispatchButton(waitingFor(board, caller)).click();
  await title(board, "No call waiting, no vehicle free");

  await title(phone, "An ambulance is assigned");
  await expect(phone.getByRole("link", { name: /^Call the crew/ })).toHaveAttribute("href", /^tel:\+/);
  await expectToFit(phone, 320);
  await expect(phone.getByRole("link", { name: hospital.hospitalName })).toBeVisible();

  await board.getByRole("button", { name: `More actions for ${hospital.vehicles[0]}` }).click();
  await board.getByRole("menuitem", { name: "Identify patient" }).click();
  const dialog = board.getByRole("dialog", { name: "Who is the patient?" });
  await dialog.getByRole("radio", { name: "New patient" }).click();
  await dialog.getByRole("textbox", { name: "Name" }).fill(patient.name);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(column(board, "Dispatched").getByText("Reserved: Emergency ward, 1")).toBeVisible();

  for (const [from, step, told] of [
    ["Dispatched", "On the way", "The ambulance is on the way"],
    ["On the way", "With the patient", "The ambulance is with you"],
    ["With the patient", "To the hospital", "On the way to the hospital"],
    ["To the hospital", "Arrived, admit", "At the hospital"],
  ] as const) {
    await column(board, from)
      .getByRole("button", { name: new RegExp(`^${step} ?: ${hospital.vehicles[0]}$`) })
      .click();
    await title(phone, told);
  }
  await expect(column(board, "Arrived").getByText("In Emergency ward, 1")).toBeVisible();
  await expect(phone.getByText("The patient is in the reserved bed.")).toBeVisible();
  await column(board, "Arrived")
    .getByRole("button", { name: /^Vehicle is free/ })
    .click();
  await title(board, "No call waiting, 1 vehicle free");
  await title(phone, "Completed");
  await boardStays();
  await phoneStays();
});

test.describe("without a network", () => {
  test.use({ allowedErrors: /net::ERR_|Failed to fetch|WebSocket/ });

  test("what was typed survives a reload, and no second vehicle is sent when an answer is lost", async ({
    page,
    openAs,
  }) => {
    const place = somewhere();
    const hospital = await newDispatch(place, 2);
    const board = await openBoard(await openAs(hospital.account), hospital);
    const caller = someCaller();
    const phone = await phoneAt(page, place);
    await phone.getByRole("button", { name: "Use my location" }).click();
    await phone.getByRole("textbox", { name: "Your name" }).fill(caller.name);
    await phone.getByRole("textbox", { name: "Your phone number" }).fill(caller.phone);
    await phone.reload();
    await expect(phone.getByText("We have your location")).toBeVisible();
    await expect(phone.getByRole("textbox", { name: "Your name" })).toHaveValue(caller.name);
    await expect(phone.getByRole("textbox", { name: "Your phone number" })).toHaveValue(caller.phone);

    let lost = 0;
    await phone.route("**/emergency", async (route) => {
      if (route.request().method() !== "POST" || lost > 0) return route.fallback();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    await phone.getByRole("button", { name: "Request an ambulance" }).click();
    await expect(phone).toHaveURL(TRACKED);
    secret(phone.url().split("/").at(-1) ?? "");
    expect(lost, "answers that were lost").toBe(1);
    await title(board, "1 call waiting, 2 vehicles free");
  });

  test("a call says that no one has been notified, and is sent when the network is back", async ({ page, openAs }) => {
    const place = somewhere();
    const hospital = await newDispatch(place);
    const board = await openBoard(await openAs(hospital.account), hospital);
    const phone = await phoneAt(page, place);
    await phone.context().setOffline(true);
    await ask(phone, someCaller());
    await expect(phone.getByText("You're offline: your request hasn't been sent")).toBeVisible();
    await phone.context().setOffline(false);
    await expect(phone).toHaveURL(TRACKED);
    secret(phone.url().split("/").at(-1) ?? "");
    await title(board, "1 call waiting, 1 vehicle free");
  });
});

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
  await expect(page.locator("[aria-invalid=true]"), "only the telephone is missing now").toHaveCount(1);
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
