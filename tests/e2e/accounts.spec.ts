import type { Page } from "@playwright/test";
import { demoAccounts, expect, signIn, test, type Account } from "./support/fixtures";
import { secret } from "./support/ledger";
import { newcomer, newPatient } from "./support/people";

async function fillSignIn(page: Page, { email, password }: Account): Promise<void> {
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test.describe("signing up", () => {
  for (const [kind, home, button] of [
    ["Patient", "/patient", "Create my account"],
    ["Doctor", "/doctor", "Create my account"],
    ["Hospital", "/hospital", "Register the hospital"],
  ] as const) {
    test(`as ${kind.toLowerCase()} leads to the portal`, async ({ page }) => {
      const { name, email, password } = newcomer();
      await page.goto("/sign-up");
      const choice = page.getByRole("navigation", { name: "I am a" }).getByRole("link", { name: kind });
      await choice.click();
      await expect(choice).toHaveAttribute("aria-current", "page");
      if (kind === "Hospital") await page.getByRole("textbox", { name: "Hospital name" }).fill(`Hospital of ${name}`);
      await page.getByRole("textbox", { name: "Your name" }).fill(name);
      await page.getByRole("textbox", { name: "Email" }).fill(email);
      await page.getByLabel("Password", { exact: true }).fill(password);
      await page.getByRole("button", { name: button }).click();
      await expect(page).toHaveURL(home);
      await expect(page.getByRole("button", { name: `Account: ${name}` })).toBeVisible();
    });
  }

  test("keeps what was typed when something is wrong, and says what", async ({ page }) => {
    const { name, email } = newcomer();
    await page.goto("/sign-up");
    await page.getByRole("textbox", { name: "Your name" }).fill(name);
    await page.getByRole("textbox", { name: "Email" }).fill(email);
    const password = page.getByLabel("Password", { exact: true });
    await password.fill("1234567890");
    await page.getByRole("button", { name: "Create my account" }).click();
    await expect(password).toHaveAccessibleDescription(/Too easy to guess/);
    await expect(page.getByRole("textbox", { name: "Your name" })).toHaveValue(name);
    await expect(page.getByRole("textbox", { name: "Email" })).toHaveValue(email);
  });
});

test.describe("signing in", () => {
  test("opens the portal, and signing out ends it", async ({ page }) => {
    const { account } = await newPatient();
    await page.goto("/sign-in");
    await fillSignIn(page, account);
    await expect(page).toHaveURL("/patient");
    await page.getByRole("button", { name: /^Account: / }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page).toHaveURL("/");
    await page.goto("/patient");
    await expect(page).toHaveURL("/sign-in?from=%2Fpatient");
  });

  test("says the same for a wrong password and an unknown address", async ({ page }) => {
    const { account } = await newPatient();
    const said: string[] = [];
    for (const email of [account.email, newcomer().email]) {
      await page.goto("/sign-in");
      await fillSignIn(page, { email, password: secret("not the right words") });
      const message = page.getByRole("alert").filter({ hasText: "Email or password" });
      await expect(message).toBeVisible();
      await expect(page.getByRole("textbox", { name: "Email" })).toHaveValue(email);
      said.push(await message.innerText());
    }
    expect(said[0]).toBe(said[1]);
  });

  test("continues to the requested page", async ({ page }) => {
    const { account } = await newPatient();
    await page.goto("/patient/visits?tab=past");
    await expect(page).toHaveURL("/sign-in?from=%2Fpatient%2Fvisits%3Ftab%3Dpast");
    await fillSignIn(page, account);
    await expect(page).toHaveURL("/patient/visits?tab=past");
  });

  for (const from of [
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
  ]) {
    test(`never redirects to another site: ${JSON.stringify(from)}`, async ({ page, baseURL }) => {
      const { account } = await newPatient();
      await page.goto(`/sign-in?from=${encodeURIComponent(from)}`);
      await fillSignIn(page, account);
      await expect(
        page.getByRole("button", { name: /^Account: / }).or(page.getByText("There is nothing here")),
      ).toBeVisible();
      expect(new URL(page.url()).origin).toBe(baseURL);
    });
  }

  test("is skipped for someone who is signed in", async ({ page }) => {
    await signIn(page, "patient");
    await page.goto("/sign-in");
    await expect(page).toHaveURL("/patient");
  });

  test("takes each demo user to their own portal", async ({ openAs }) => {
    for (const role of ["patient", "doctor", "hospital", "admin"] as const) {
      const page = await openAs();
      await page.goto("/sign-in");
      await fillSignIn(page, demoAccounts[role]);
      await expect(page).toHaveURL(`/${role}`);
    }
  });
});
