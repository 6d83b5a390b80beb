import { expect, test } from "./support/fixtures";

test.describe("the directory", () => {
  test("filters by what was typed, and keeps it in the address", async ({ page }) => {
    await page.goto("/doctors");
    const search = page.getByRole("search", { name: "Find a doctor" });
    await search.getByRole("searchbox", { name: "Condition, specialty or name" }).fill("cardiology");
    await search.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(/[?&]q=cardiology/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Doctors for “cardiology”");
    await expect(page.getByRole("article").first()).toContainText("Cardiology");
  });

  test("forgives a misspelt name", async ({ page }) => {
    await page.goto("/doctors?q=sonwald");
    await expect(page.getByRole("heading", { level: 2, name: "Dr. Mira Sonnwald" })).toBeVisible();
  });

  test("combines filters, and restores them from an address", async ({ page }) => {
    await page.goto("/doctors?specialty=cardiology&city=Berlin");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cardiology doctors in Berlin");
    const cards = page.getByRole("article");
    await expect(cards.first()).toBeVisible();
    for (const text of await cards.allInnerTexts()) expect(text).toMatch(/Cardiology[\s\S]*Berlin/);
    await page.getByRole("button", { name: "Clear all" }).click();
    await expect(page).toHaveURL(/\/doctors$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Doctors");
  });

  test("reports filters it doesn't understand, at their fields and above the list", async ({ page }) => {
    await page.goto("/doctors?maxFee=abc&availableFrom=2027-02-30&specialty=hexing&city=Berlin");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Doctors in Berlin");
    const note = page.getByRole("status").filter({ hasText: "This list ignores 3 filters" });
    for (const said of [
      "Fee up to: “abc”. Enter an amount such as 80.",
      "“2027-02-30” isn’t a date.",
      "“hexing” isn’t one of the choices.",
    ])
      await expect(note).toContainText(said);
    const fee = page.getByRole("textbox", { name: "Fee up to" }).filter({ visible: true });
    await expect(fee).toHaveValue("abc");
    await expect(fee).toHaveAttribute("aria-invalid", "true");
    await note.getByRole("link", { name: "Remove them" }).click();
    await expect(page).toHaveURL(/\/doctors\?city=Berlin$/);
    await expect(note).toHaveCount(0);
    await expect(fee).toHaveValue("");
  });

  test("says so when no doctor matches, and suggests what to do", async ({ page }) => {
    await page.goto("/doctors?city=Atlantis");
    await expect(page.getByRole("heading", { name: "No doctors match" })).toBeVisible();
    await page.getByRole("link", { name: "Show all doctors" }).click();
    await expect(page.getByRole("article").first()).toBeVisible();
  });

  test("shows more on request, and keeps the first ones", async ({ page }) => {
    await page.goto("/doctors");
    const names = page.getByRole("article").getByRole("heading");
    await expect(names).toHaveCount(12);
    await page.getByRole("link", { name: "Show more doctors" }).click();
    await expect(names).toHaveCount(24);
    await expect(page).toHaveURL(/pages=2/);
  });

  test("leads from the home page's search to doctors with available times", async ({ page }) => {
    await page.goto("/");
    const search = page.getByRole("search", { name: "Find a doctor" });
    await search.getByRole("searchbox", { name: "Condition, specialty or name" }).fill("dermatology");
    await search.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(/\/doctors\?.*q=dermatology/);
    await expect(page.getByRole("list", { name: /^Next available times with/ }).first()).toBeVisible();
  });
});

test.describe("who is listed", () => {
  test("a doctor has a page with places, services and times", async ({ page }) => {
    await page.goto("/doctors/mira-sonnwald");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dr. Mira Sonnwald");
    await expect(page.getByRole("heading", { name: "Services" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Lindenhof Klinikum Berlin" })).toBeVisible();
    await expect(page.getByRole("radiogroup", { name: "Day" })).toBeVisible();
  });

  test("a hospital has a page with its departments and doctors", async ({ page }) => {
    // By name, because other tests' hospitals fill the first page.
    await page.goto("/hospitals?q=Lindenhof");
    await page.getByRole("link", { name: "Lindenhof Klinikum Berlin" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lindenhof Klinikum Berlin");
    await expect(page.getByRole("heading", { name: "Departments" })).toBeVisible();
    await expect(page.getByRole("article").first()).toBeVisible();
  });

  test("a service links to those who offer it", async ({ page }) => {
    await page.goto("/services");
    await page.getByRole("region", { name: "Cardiology" }).getByRole("link").first().click();
    await expect(page).toHaveURL(/\/services\/./);
    await expect(page.getByRole("main")).toContainText("Cardiology");
    await expect(page.getByRole("article").first()).toBeVisible();
  });

  test("the emergency page dials with one tap", async ({ page }) => {
    await page.goto("/emergency");
    await expect(page.getByRole("link", { name: /112/ }).first()).toHaveAttribute("href", "tel:112");
  });
});

test.describe("who is not listed", () => {
  test.use({ allowedErrors: /status of 404/ });

  for (const path of [
    "/doctors/ottilie-farnkraut",
    "/hospitals/miradouro-hospital-lisbon",
    "/doctors/no-such-doctor",
    "/services/nothing",
  ]) {
    test(`has no page: ${path}`, async ({ page }) => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
      await expect(page).toHaveTitle(/Not found/);
    });
  }
});
