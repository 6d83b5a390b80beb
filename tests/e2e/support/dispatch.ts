import { expect, type Locator, type Page } from "@playwright/test";
import { somePhone, type Dispatch, type Place } from "./calls";
import { openLive } from "./live";
import { newcomer } from "./people";

const PHONE = { width: 390, height: 844 };
export const TRACKED = /\/emergency\/[\w-]{43}$/;

/** A phone at a place, which shares its position when asked. */
export async function phoneAt(page: Page, { latitude, longitude }: Place): Promise<Page> {
  await page.setViewportSize(PHONE);
  await page.context().grantPermissions(["geolocation"]);
  await page.context().setGeolocation({ latitude, longitude, accuracy: 12 });
  await page.goto("/emergency");
  return page;
}

/** Fills in the form and sends it; returns the effort: taps and fields typed into. */
export async function ask(page: Page, caller: { name: string; phone: string }): Promise<number> {
  await page.getByRole("button", { name: "Use my location" }).click();
  await expect(page.getByText("We have your location")).toBeVisible();
  await page.getByRole("textbox", { name: "Your name" }).fill(caller.name);
  await page.getByRole("textbox", { name: "Your phone number" }).fill(caller.phone);
  await page.getByRole("button", { name: "Request an ambulance" }).click();
  return 4;
}

export const someCaller = () => ({ name: newcomer().name, phone: somePhone() });
export const title = (page: Page, name: string | RegExp) =>
  expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
export const waitingFor = (board: Page, { name }: { name: string }) =>
  board.getByRole("list", { name: "Calls waiting" }).getByRole("listitem", { name: `Call from ${name}` });
export const column = (board: Page, name: string) => board.getByRole("region", { name, exact: true });

export async function openBoard(page: Page, hospital: Dispatch): Promise<Page> {
  await openLive(page, "/hospital/ambulances");
  await title(
    page,
    `No call waiting, ${hospital.vehicles.length} vehicle${hospital.vehicles.length === 1 ? "" : "s"} free`,
  );
  return page;
}

export const dispatchButton = (card: Locator) => card.getByRole("button", { name: /^Dispatch/ });

/** Expects that nothing overflows a window of this width; afterwards the window is a phone's again. */
export async function expectToFit(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 640 });
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth),
    `width of the page in ${width} pixels`,
  ).toBeLessThanOrEqual(width);
  await page.setViewportSize(PHONE);
}
