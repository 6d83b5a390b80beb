import { expect, test } from "./support/fixtures";
import { openLive } from "./support/live";
import { accountId, admin, newcomer, newPatient, type Patient } from "./support/people";
import { resetLink } from "./support/reset-link";

test("a forgotten password is replaced once with the link from the mail", async ({ page, openAs }) => {
  const { account, name } = await newPatient();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await expect(page.getByRole("heading", { name: "Choose a new password" })).toBeVisible();
  const link = await resetLink(page, await openAs("admin"), account.email);

  const { password } = newcomer();
  await page.goto(link);
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Save the new password" }).click();
  await expect(page.getByText("Your new password is saved")).toBeVisible();
  await page.getByRole("textbox", { name: "Email" }).fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: `Account: ${name}` })).toBeVisible();

  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a forgotten password is replaced as well", async ({ page, openAs }) => {
    const { account } = await newPatient();
    await page.goto("/reset-password");
    await page.goto(await resetLink(page, await openAs("admin"), account.email));
    await page.getByLabel("New password").fill(newcomer().password);
    await page.getByRole("button", { name: "Save the new password" }).click();
    await expect(page.getByText("Your new password is saved")).toBeVisible();
  });
});

test("requesting a reset says the same for an unknown address", async ({ page }) => {
  await page.goto("/reset-password");
  await page.getByRole("textbox", { name: "Email" }).fill(newcomer().email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByText("If there is an account with this address, a link is on its way.")).toBeVisible();
});

test.describe("an open page", () => {
  // The browser's own messages for a channel and a page that are now refused.
  test.use({ allowedErrors: /status of 40[134]/ });

  test("loses access at once when the account is suspended", async ({ openAs }) => {
    const person = await newPatient();
    const page = await openAs(person.account);
    await openLive(page, "/patient");
    await suspend(person);
    await expect(page.getByRole("dialog", { name: "You have been signed out" })).toBeVisible();
    const answer = await page.request.get("/api/me");
    expect(answer.status()).toBe(401);
  });

  test("loses access when another device changes the password", async ({ openAs }) => {
    const person = await newPatient();
    const [here, there] = [await openAs(person.account), await openAs(person.account)];
    await openLive(here, "/patient");
    await there.goto("/patient/settings");
    await there.getByLabel("Current password").fill(person.account.password);
    await there.getByLabel("New password").fill(newcomer().password);
    await there.getByRole("button", { name: "Change password" }).click();
    await expect(there.getByText("Your new password is saved")).toBeVisible();
    await expect(here.getByRole("dialog", { name: "You have been signed out" })).toBeVisible();
  });
});

async function suspend({ account }: Patient): Promise<void> {
  await admin.post(`/api/admin/users/${await accountId(account.email)}/suspend`);
}
