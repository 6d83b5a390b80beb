import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, signIn, test } from "./support/fixtures";
import { pagesInApp } from "../support/pages-in-app";
import { ROUTES } from "./support/routes";

const PHONE = { width: 390, height: 844 };
const SMALLEST = { width: 320, height: 640 };

test("every page of the app is checked below", () => {
  expect(Object.keys(ROUTES).sort()).toEqual(pagesInApp());
});

/** Waits until nothing is loading, so that the page is checked and not its placeholder. */
async function settle(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(/^Loading/)).toHaveCount(0);
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, "width of the page in a window of 320 pixels").toBeLessThanOrEqual(SMALLEST.width);
}

for (const [pattern, { as, path }] of Object.entries(ROUTES)) {
  test(`${pattern} is accessible: light and wide, dark and narrow`, async ({ page, openAs }) => {
    const address = typeof path === "string" ? path : await path({ page, openAs });
    if (as) await signIn(page, as);
    await page.emulateMedia({ colorScheme: "light" });
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(200);
    await settle(page);
    await expectNoAxeViolations(page);

    // The other theme on the other shape: each page is checked once in both themes and both shapes.
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize(PHONE);
    await expect(page.locator("html.dark")).toHaveCount(1);
    await expectNoAxeViolations(page);

    await page.setViewportSize(SMALLEST);
    await expectNoSidewaysScroll(page);
  });
}
