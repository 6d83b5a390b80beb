import { expect, signInAs, test } from "./support/fixtures";
import { tabTo } from "./support/keyboard";
import { newDoctor, newPatient } from "./support/people";

test("someone without a mouse books from the directory", async ({ page }) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  await signInAs(page, patient.account);
  await page.goto("/doctors");

  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  const search = page.getByRole("searchbox", { name: "Condition, specialty or name" });
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

  await tabTo(
    page,
    page
      .getByRole("group", { name: /^(Morning|Afternoon|Evening)$/ })
      .first()
      .getByRole("button")
      .first(),
  );
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
