import type { Page } from "@playwright/test";
import { takeSlot } from "./support/booking";
import { expect, test } from "./support/fixtures";
import { expectDefined } from "./support/expect-defined";
import { openLive } from "./support/live";
import { newDoctor, newPatient } from "./support/people";
import { bookingPath, slotButton, someSlot } from "./support/slots";

const dialogOn = (page: Page) => page.getByRole("dialog", { name: "Book this time?" });
const refusalOn = (page: Page) =>
  page.getByRole("alert").filter({ has: page.getByRole("group", { name: "Nearest available times" }) });

test("when two people take one time at once, one gets it and the other sees alternatives", async ({ openAs }) => {
  const doctor = await newDoctor();
  const slot = await someSlot(doctor.id, { from: 2 });
  const pages = [await openAs((await newPatient()).account), await openAs((await newPatient()).account)];
  for (const page of pages) {
    // Not live: both still see the time when they tap it.
    await page.routeWebSocket(/.*/, () => {});
    await page.goto(bookingPath(doctor.slug, slot));
    await expect(slotButton(page, slot)).toBeEnabled();
  }

  await Promise.all(pages.map((page) => slotButton(page, slot).click()));

  await expect(async () => {
    const won = await Promise.all(pages.map((page) => dialogOn(page).isVisible()));
    const lost = await Promise.all(pages.map((page) => refusalOn(page).isVisible()));
    expect([...won].sort(), "one dialog").toEqual([false, true]);
    expect(lost, "a refusal for the other").toEqual(won.map((is) => !is));
  }).toPass({ timeout: 15_000 });

  const loser = expectDefined((await dialogOn(pages[0] as Page).isVisible()) ? pages[1] : pages[0], "the loser's page");
  await refusalOn(loser).getByRole("button").first().click();
  await dialogOn(loser).getByRole("button", { name: "Book", exact: true }).click();
  await expect(loser.getByRole("heading", { name: "Booked" })).toBeVisible();
});

test("a held time disappears from the other's page, and returns when it is released", async ({ openAs }) => {
  const doctor = await newDoctor();
  const slot = await someSlot(doctor.id, { from: 2 });
  const [first, second] = [await openAs((await newPatient()).account), await openAs((await newPatient()).account)];
  await openLive(second, bookingPath(doctor.slug, slot));
  await first.goto(bookingPath(doctor.slug, slot));
  await expect(slotButton(second, slot)).toBeVisible();

  const dialog = await takeSlot(first, slot);
  await expect(dialog.getByRole("timer")).toHaveText(/^[45]:\d\d$/);
  await expect(slotButton(second, slot)).toHaveCount(0);

  await dialog.getByRole("button", { name: "Back" }).click();
  await expect(slotButton(second, slot)).toBeVisible();
});
