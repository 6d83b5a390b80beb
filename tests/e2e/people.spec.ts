import type { Page } from "@playwright/test";
import { callApi } from "./support/api";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { mailedLink } from "./support/invitations";
import { openLive } from "./support/live";
import { secret } from "./support/ledger";
import { newcomer, newPatient } from "./support/people";
import type { Account } from "./support/sign-in";

async function signInOn(page: Page, { email, password }: Account): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Searches for an address as an administrator does on the phone. */
async function searchFor(page: Page, typed: string): Promise<void> {
  await page.goto("/admin/people");
  await page.getByRole("searchbox", { name: "Name or email" }).fill(typed);
  await page.getByRole("main").getByRole("button", { name: "Search", exact: true }).click();
}

test("an administrator finds out why someone can't sign in, sends a link, and they sign in", async ({
  page,
  openAs,
}) => {
  const { account, name } = await newPatient();
  for (let n = 0; n < 2; n++)
    await callApi("POST", "/api/auth/token", { body: { ...account, password: "not the password" } });
  const desk = await openAs("admin");

  // As the person spells it: two letters are swapped.
  await searchFor(desk, secret(account.email.replace("elsewhere", "elsewhree")));
  await expect(desk.getByRole("heading", { name: "No account has this address" })).toBeVisible();
  await desk.getByRole("link", { name: account.email }).click();

  await expect(desk.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(desk.getByText(/^2 wrong passwords in a row/)).toBeVisible();
  await expectNoAxeViolations(desk);
  await desk.getByRole("button", { name: "Send password link" }).click();
  await expect(desk.getByText("The link is on its way")).toBeVisible();

  await page.goto(await mailedLink(desk, account.email, /Choose a new CareSync password/));
  const { password } = newcomer();
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Save the new password" }).click();
  await expect(page.getByText("Your new password is saved")).toBeVisible();
  await signInOn(page, { email: account.email, password });
  await expect(page.getByRole("button", { name: `Account: ${name}` })).toBeVisible();

  await searchFor(desk, account.email);
  await expect(desk.getByText(/^Everything looks fine/)).toBeVisible();
});

test.describe("another address", () => {
  // The browser's own messages for a channel and a page that are refused once the sessions have ended.
  test.use({ allowedErrors: /status of 40[134]/ });

  test("counts once its owner agrees, and signs them out everywhere", async ({ page, openAs }) => {
    const [{ account, name }, { email }] = [await newPatient(), newcomer()];
    const [theirs, desk] = [await openAs(account), await openAs("admin")];
    await openLive(theirs, "/patient");
    await searchFor(desk, account.email);
    await desk
      .getByRole("row", { name: new RegExp(name) })
      .getByRole("link")
      .click();
    await desk.getByRole("button", { name: "Change address" }).click();
    await desk.getByRole("textbox", { name: "New email address" }).fill(email);
    await desk.getByRole("textbox", { name: "Reason" }).fill("She phoned; her provider has closed.");
    await desk.getByRole("button", { name: "Ask for consent" }).click();
    await expect(desk.getByRole("heading", { name: "A change of the address is pending" })).toBeVisible();

    await page.goto(await mailedLink(await openAs("admin"), email, /Use this address for your/));
    await page.getByRole("button", { name: "Use this address" }).click();
    await expect(page.getByRole("heading", { name: "The address has changed" })).toBeVisible();
    await expect(theirs.getByRole("dialog", { name: "You have been signed out" })).toBeVisible();
    await expect(desk.getByRole("heading", { name: "A change of the address is pending" })).toHaveCount(0);
    await expect(desk.getByText(email).first()).toBeVisible();
    await signInOn(page, { email, password: account.password });
    await expect(page.getByRole("button", { name: `Account: ${name}` })).toBeVisible();
  });
});
