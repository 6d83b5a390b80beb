import type { Page } from "@playwright/test";
import { newWard } from "./support/beds";
import { bookedVisit } from "./support/booking";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { newDoctor, newManager, newPatient } from "./support/people";
import { signInAs } from "./support/sign-in";

/** Opens the palette, however long hydration takes, and types into it. */
async function look(page: Page, words: string) {
  const field = page.getByRole("combobox", { name: "Search or go to…" });
  await expect(async () => {
    if (!(await field.isVisible())) await page.keyboard.press("Control+k");
    await expect(field).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await field.fill(words);
  return page.getByRole("dialog", { name: "Search or go to" });
}

test("a doctor finds a patient's visit by part of the name, by keyboard alone, and no address contains a name", async ({
  page,
  openAs,
}) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const visit = await bookedVisit(doctor, patient);
  const family = patient.name.split(" ").at(-1)?.toLowerCase() ?? "";
  await signInAs(page, doctor.account);
  await page.goto("/doctor");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const palette = await look(page, family);
  const found = palette.getByRole("group", { name: "Appointments" }).getByRole("option", { name: patient.name });
  await expect(found).toHaveAttribute("aria-selected", "true");
  await expectNoAxeViolations(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/doctor/visits/${visit.id}$`));
  expect(
    asked.filter((url) => url.toLowerCase().includes(family)),
    "addresses with the name in them",
  ).toEqual([]);

  const stranger = await openAs((await newDoctor()).account);
  await stranger.goto("/doctor");
  await expect((await look(stranger, family)).getByText("Nothing found. Try fewer letters.")).toBeVisible();
});

test("a hospital finds a bed, and its sheet opens", async ({ page }) => {
  const manager = await newManager();
  await newWard(manager, "GENERAL", "Sunflower", ["12b"]);
  await signInAs(page, manager.account);
  await page.goto("/hospital/staff");
  await (await look(page, "sunfl 12")).getByRole("option", { name: "12b" }).click();
  await expect(page.getByRole("dialog", { name: "12b" })).toBeVisible();
});

test("settings, password and emergency are found, and commands run at once", async ({ page }) => {
  const patient = await newPatient();
  await signInAs(page, patient.account);
  await page.goto("/patient");
  for (const [words, option] of [
    ["settings", "Settings"],
    ["password", "Password"],
    ["ambulance", "Emergency"],
  ] as const) {
    await expect((await look(page, words)).getByRole("option", { name: option, exact: true })).toBeVisible();
  }
  await (await look(page, "dark")).getByRole("option", { name: "Use the dark theme" }).click();
  await expect(page.locator("html")).toHaveClass(/dark/);
  await look(page, "password");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await look(page, "password");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/patient\/settings#password$/);
  await expect(page.getByRole("heading", { name: "Password" })).toBeInViewport();
  await look(page, "sign out");
  await expect(page.getByRole("option").first()).toHaveText("Sign out");
  await page.keyboard.press("Enter");
  await expect(
    page
      .getByRole("link", { name: "Sign in" })
      .or(page.getByRole("button", { name: "Sign in", exact: true }))
      .first(),
  ).toBeVisible();
});

test.describe("without a network", () => {
  // The browser's own messages when a page refreshes just then.
  test.use({ allowedErrors: /ERR_INTERNET_DISCONNECTED|WebSocket/ });

  test("pages are still found, with a note", async ({ page }) => {
    await signInAs(page, (await newPatient()).account);
    await page.goto("/patient");
    await look(page, "x");
    await page.context().setOffline(true);
    const palette = await look(page, "appointments");
    await expect(palette.getByText("You're offline: only pages and commands are found.")).toBeVisible();
    await expect(palette.getByRole("option", { name: "Appointments", exact: true })).toBeVisible();
    await page.context().setOffline(false);
  });
});
