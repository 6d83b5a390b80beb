import type { Locator } from "@playwright/test";
import { expect, signIn, test, type Role } from "./support/fixtures";
import { brokenWords } from "./support/broken-words";

const PAGES: Record<Role, string[]> = {
  hospital: [
    "/hospital",
    "/hospital/appointments",
    "/hospital/appointments?days=coming",
    "/hospital/beds/stays",
    "/hospital/doctors",
    "/hospital/staff",
    "/hospital/departments",
    "/hospital/to-call",
    "/hospital/notifications",
  ],
  doctor: ["/doctor", "/doctor/calendar", "/doctor/places", "/doctor/to-call", "/doctor/notifications"],
  patient: ["/patient", "/patient/visits", "/patient/visits?tab=past", "/patient/stays", "/patient/notifications"],
  admin: ["/admin", "/admin/queue", "/admin/people", "/admin/audit"],
};

test.describe("no name breaks inside a word, and no time of day breaks at all", () => {
  // Here a time is followed by AM or PM.
  test.use({ locale: "en-US" });
  for (const role of Object.keys(PAGES) as Role[]) {
    test(`for the ${role}, from a small laptop to a desk`, async ({ page }) => {
      await signIn(page, role);
      const broken: Record<string, string[]> = {};
      for (const path of PAGES[role]) {
        await page.setViewportSize({ width: 1024, height: 768 });
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.getByText(/^Loading/)).toHaveCount(0);
        for (const [width, height] of [
          [1024, 768],
          [1440, 900],
        ] as const) {
          await page.setViewportSize({ width, height });
          const words = await brokenWords(page);
          if (words.length > 0)
            broken[`${path} at ${width}`] = words.map(
              (word) => `${word.length} letters: ${word.replace(/\p{L}/gu, "x")}`,
            );
        }
      }
      expect(broken).toEqual({});
    });
  }
});

/** Controls whose text overflows, and how many lines each has. */
function fitOf(controls: Locator): Promise<{ lines: number[]; beyond: number }> {
  return controls.evaluateAll((all) => {
    const fits = all.map((control) => {
      const box = control.getBoundingClientRect();
      const texts = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      const rects: DOMRect[] = [];
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        range.selectNodeContents(node);
        rects.push(...range.getClientRects());
      }
      const isInside = rects.every(
        ({ left, right, top, bottom }) =>
          left >= box.left + 2 && right <= box.right - 2 && top >= box.top && bottom <= box.bottom,
      );
      return { lines: new Set(rects.map(({ top }) => Math.round(top))).size, isInside };
    });
    return {
      lines: [...new Set(fits.map(({ lines }) => lines))],
      beyond: fits.filter(({ isInside }) => !isInside).length,
    };
  });
}

/** Whose own times beside those of Berlin are short, and long: "04:40", and "Wed 11:40 PM". */
const FAR_READERS = [
  ["New York", { timezoneId: "America/New_York", locale: "en-GB" }],
  ["Honolulu", { timezoneId: "Pacific/Honolulu", locale: "en-US" }],
] as const;
const DEVICES = [
  ["a phone", { hasTouch: true, viewport: { width: 390, height: 844 } }],
  ["a desk", { hasTouch: false, viewport: { width: 1440, height: 900 } }],
] as const;

test.describe("an available time and the reader's own are stacked inside their button", () => {
  for (const [city, reader] of FAR_READERS)
    for (const [device, screen] of DEVICES)
      test.describe(`in ${city}, on ${device}`, () => {
        test.use({ ...reader, ...screen });
        test("in the slot picker and in the list of doctors", async ({ page }) => {
          await page.goto("/doctors/mira-sonnwald");
          const times = page.getByRole("main").locator("[data-slot]");
          await expect(times.filter({ hasText: "yours" }).first()).toBeVisible();
          expect(await fitOf(times)).toEqual({ lines: [2], beyond: 0 });
          await page.goto("/doctors?city=Berlin");
          const next = page.getByRole("list", { name: /^Next available times/ }).getByRole("link");
          await expect(next.filter({ hasText: "yours" }).first()).toBeVisible();
          expect((await fitOf(next)).beyond).toBe(0);
        });
      });
});

test("a printed day at the desk takes no more paper than it needs", async ({ page }) => {
  await signIn(page, "hospital");
  await page.goto("/hospital/appointments");
  const rows = page.getByRole("main").locator("[data-visit]");
  await expect(rows.first()).toBeAttached();
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(0);
  expect(pages, `pages for ${await rows.count()} visits`).toBeLessThanOrEqual(Math.ceil((await rows.count()) / 25) + 1);
});

test("a small laptop shows a good part of the desk's day", async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await signIn(page, "hospital");
  await page.goto("/hospital/appointments?days=coming");
  const rows = page.getByRole("main").locator("[data-visit]");
  await expect(rows.first()).toBeVisible();
  const heights = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
  expect(Math.max(...heights), "pixels of the tallest row").toBeLessThanOrEqual(96);
});
