import { callAmbulance, newDispatch, somewhere } from "./support/calls";
import {
  ask,
  column,
  dispatchButton,
  openBoard,
  phoneAt,
  someCaller,
  title,
  TRACKED,
  waitingFor,
} from "./support/dispatch";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { openLive } from "./support/live";
import { secret } from "./support/ledger";
import { asOwner, canBreakStack, NOT_OUR_STACK } from "./support/processes";

test("an unanswered call reaches the next hospital, the first to dispatch takes it, and the other is told so", async ({
  page,
  openAs,
}) => {
  // Only against a stack someone else started (E2E_BASE_URL); npm test runs it.
  test.skip(!canBreakStack(), NOT_OUR_STACK);
  const place = somewhere();
  const [near, far] = [await newDispatch(place.north(3)), await newDispatch(place.north(9))];
  const nearBoard = await openAs(near.account);
  const farBoard = await openBoard(await openAs(far.account), far);
  const call = await callAmbulance({ at: place });
  // Not live: it still shows the call after the other hospital has taken it.
  await nearBoard.routeWebSocket(/.*/, () => {});
  await nearBoard.goto("/hospital/ambulances");
  await expect(waitingFor(nearBoard, call.contact)).toBeVisible();
  await page.goto(`/emergency/${call.trackingToken}`);
  await expect(page.getByText("1 hospital can see your request.")).toBeVisible();
  await title(farBoard, "No call waiting, 1 vehicle free");

  await asOwner(
    `UPDATE "AmbulanceBooking" SET "escalatesAt" = now() - interval '1 second', "version" = "version" + 1 WHERE "id" = '${call.id}'`,
  );
  await expect(waitingFor(farBoard, call.contact)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("2 hospitals can see your request.")).toBeVisible();
  await dispatchButton(waitingFor(farBoard, call.contact)).click();
  await title(page, "An ambulance is assigned");
  await expect(page.getByRole("link", { name: far.hospitalName })).toBeVisible();

  await dispatchButton(waitingFor(nearBoard, call.contact)).click();
  await expect(nearBoard.getByText("Another hospital was quicker")).toBeVisible();
  await expect(waitingFor(nearBoard, call.contact)).toHaveCount(0);
  await title(nearBoard, "No call waiting, 1 vehicle free");
});

test("a hospital that rings back dispatches only after the caller has read out the code on the screen", async ({
  page,
  openAs,
}) => {
  const place = somewhere();
  const hospital = await newDispatch(place);
  const board = await openAs(hospital.account);
  await board.goto("/hospital/settings");
  await board.getByRole("combobox", { name: "Ambulance requests from people without an account" }).selectOption("yes");
  await board.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect(board.getByText("The hospital's public page shows it now.")).toBeVisible();
  await openBoard(board, hospital);
  const caller = someCaller();
  const phone = await phoneAt(page, place);
  await ask(phone, caller);
  await expect(phone).toHaveURL(TRACKED);
  secret(phone.url().split("/").at(-1) ?? "");
  const code = await phone.getByText(/^\d{4}$/).innerText();

  const card = waitingFor(board, caller);
  await expect(dispatchButton(card)).toHaveCount(0);
  await card.getByRole("textbox", { name: "Code" }).fill(code === "0000" ? "1111" : "0000");
  await card.getByRole("button", { name: "Check" }).click();
  await expect(card.getByText("Isn't the caller's code")).toBeVisible();
  await card.getByRole("textbox", { name: "Code" }).fill(code);
  await card.getByRole("button", { name: "Check" }).click();
  await dispatchButton(card).click();
  await title(phone, "An ambulance is assigned");
});

test("a vehicle that breaks down on its way is replaced, and the caller sees the new crew's phone number", async ({
  page,
  openAs,
}) => {
  const place = somewhere();
  const hospital = await newDispatch(place, 2);
  const board = await openBoard(await openAs(hospital.account), hospital);
  const call = await callAmbulance({ at: place });
  await openLive(page, `/emergency/${call.trackingToken}`);
  await dispatchButton(waitingFor(board, call.contact)).click();
  const underWay = column(board, "Dispatched").getByRole("listitem", { name: `for ${call.contact.name}` });
  const crew = page.getByRole("link", { name: /^Call the crew/ });
  const before = (await crew.getAttribute("href")) ?? "";

  await underWay.getByRole("button", { name: /^More actions for / }).click();
  await board.getByRole("menuitem", { name: "Send another vehicle" }).click();
  const dialog = board.getByRole("dialog", { name: "Send another vehicle" });
  await expectNoAxeViolations(board);
  await dialog.getByRole("button", { name: "Send it" }).click();
  await expect(dialog.getByText("Enter why it is out of service.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("The gearbox gave up");
  await dialog.getByRole("button", { name: "Send it" }).click();

  await expect(dialog).toHaveCount(0);
  await expect(crew).not.toHaveAttribute("href", before);
  await title(page, "An ambulance is assigned");
  await expect(board.getByText("The gearbox gave up")).toBeVisible();
  await title(board, "No call waiting, no vehicle free");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("the dispatch board and its dialogs are accessible", async ({ openAs }) => {
      const place = somewhere();
      const hospital = await newDispatch(place, 2);
      const board = await openBoard(await openAs(hospital.account), hospital);
      const [first, second] = [
        await callAmbulance({ at: place, bedKind: "EMERGENCY" }),
        await callAmbulance({ at: place }),
      ];
      await dispatchButton(waitingFor(board, first.contact)).click();
      await expect(column(board, "Dispatched").getByRole("listitem")).toHaveCount(1);
      await expectNoAxeViolations(board);
      await waitingFor(board, second.contact)
        .getByRole("button", { name: /^Decline/ })
        .click();
      await expect(board.getByRole("alertdialog")).toBeVisible();
      await expectNoAxeViolations(board);
      await board.keyboard.press("Escape");
      await board.getByRole("button", { name: /^More actions for / }).click();
      await board.getByRole("menuitem", { name: "Identify patient" }).click();
      await expect(board.getByRole("dialog")).toBeVisible();
      await expectNoAxeViolations(board);
      await board.keyboard.press("Escape");
      await board.getByRole("button", { name: "Add a vehicle" }).click();
      await expect(board.getByRole("dialog", { name: "Add a vehicle" })).toBeVisible();
      await expectNoAxeViolations(board);
    });
  });
}
