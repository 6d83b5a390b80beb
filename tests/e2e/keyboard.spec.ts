import type { Locator, Page } from "@playwright/test";
import { expect, signInAs, test } from "./support/fixtures";
import { newDoctor, newPatient } from "./support/people";

/** Presses Tab until the focus is there, as somebody does who has no mouse. */
async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      const outline = await target.evaluate((element) => getComputedStyle(element).outlineStyle);
      expect(outline, "the focus can be seen").not.toBe("none");
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error("The Tab key does not lead there.");
}

test("somebody without a mouse books from the directory", async ({ page }) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  await signInAs(page, patient.account);
  await page.goto("/doctors");

  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  const search = page.getByRole("searchbox", { name: "What or who" });
  await tabTo(page, search);
  await page.keyboard.type(doctor.name);
  await page.keyboard.press("Enter");
  const profile = page.getByRole("article").getByRole("link", { name: doctor.name });
  await expect(profile).toBeVisible();
  await tabTo(page, profile);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: doctor.name })).toBeVisible();

  const days = page.getByRole("radiogroup", { name: "Day" });
  await tabTo(page, days.getByRole("radio", { checked: true }));
  const before = await days.getByRole("radio", { checked: true }).getAttribute("aria-label");
  await page.keyboard.press("ArrowRight");
  await expect(days.getByRole("radio", { checked: true })).toBeFocused();
  expect(await days.getByRole("radio", { checked: true }).getAttribute("aria-label")).not.toBe(before);

  await tabTo(page, page.getByRole("group", { name: /^(Morning|Afternoon|Evening)$/ }).first().getByRole("button").first());
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Book this time?" });
  await expect(dialog).toBeVisible();
  await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await tabTo(page, dialog.getByRole("button", { name: "Book", exact: true }), 10);
  await page.keyboard.press("Enter");
  const booked = page.getByRole("heading", { name: "Booked" });
  await expect(booked).toBeVisible();
  await expect(booked).toBeFocused();
});
