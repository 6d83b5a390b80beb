import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, signIn, test } from "./support/fixtures";

const LIST = "/hospital/appointments?days=coming";
/** `lines` are rows and, beyond the first, headings of days: how many days are in view depends on the time of day. */
const DESK = [
  { width: 1024, height: 768, lines: 18 },
  { width: 1440, height: 900, lines: 25 },
];

/** The list's visible part, and its targets that are too small for a mouse. */
const shown = (page: Page) =>
  page.getByRole("main").evaluate((main) => {
    const boxes = (selector: string) =>
      [...main.querySelectorAll(selector)]
        .map((part) => part.getBoundingClientRect())
        .filter(({ height }) => height > 0);
    const rows = boxes("[data-visit]");
    const lines = [...rows, ...boxes("h2").slice(1)];
    return {
      whole: lines.filter(({ bottom }) => bottom <= innerHeight).length,
      tallest: Math.max(...rows.map(({ height }) => height)),
      // The demo's people have an age. Other tests make people without one, and with longer names.
      cut: [...main.querySelectorAll("[data-visit] a[href^='/hospital/appointments/']")].filter(
        ({ scrollWidth, clientWidth, textContent }) => scrollWidth > clientWidth && /, \d+$/.test(textContent ?? ""),
      ).length,
      small: boxes("[data-visit] :is(a, button)").filter(({ width, height }) => width < 24 || height < 24).length,
    };
  });

test("the desk's list can be made compact by keyboard, and stays compact", async ({ openAs }) => {
  const page = await openAs("hospital");
  const compact = page.getByRole("radio", { name: "Compact rows" });
  await page.goto(LIST);
  // A key pressed before hydration does nothing.
  await expect(async () => {
    await page.getByRole("radio", { name: "Comfortable rows" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(compact).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Space");
  await expect(compact).toBeChecked();
  await page.reload();
  await expect(compact).toBeChecked();
  await expectNoAxeViolations(page);

  for (const { lines, ...size } of DESK) {
    await page.setViewportSize(size);
    const { whole, tallest, small, cut } = await shown(page);
    expect(whole, `whole lines at ${size.width}`).toBeGreaterThanOrEqual(lines);
    expect(tallest, `one line each at ${size.width}`).toBeLessThanOrEqual(26);
    expect(cut, `patients whose name is cut at ${size.width}`).toBe(0);
    expect(small, `targets below 24 pixels at ${size.width}`).toBe(0);
  }
  // A phone keeps rows for thumbs.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(compact).toBeHidden();
  expect((await shown(page)).tallest).toBeGreaterThan(60);
});

test("no one's list is compact unless they chose so", async ({ page }) => {
  await signIn(page, "hospital");
  await page.goto(LIST);
  await expect(page.getByRole("radio", { name: "Comfortable rows" })).toBeChecked();
  expect((await shown(page)).tallest).toBeGreaterThan(40);
});
