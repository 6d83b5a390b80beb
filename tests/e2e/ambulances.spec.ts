import { newDispatch, somewhere } from "./support/calls";
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
import { newcomer } from "./support/people";

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
