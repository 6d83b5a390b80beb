import { expect, type Page } from "@playwright/test";
import { secret } from "./ledger";

/** Requests a password reset on the open form and returns the mail's link, read in the outbox as an administrator. */
export async function resetLink(page: Page, adminPage: Page, email: string): Promise<string> {
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByText("If there is an account with this address, a link is on its way.")).toBeVisible();

  const mail = adminPage.getByRole("listitem").filter({ hasText: email });
  await expect(async () => {
    await adminPage.goto("/admin/mail");
    await expect(mail).toBeVisible({ timeout: 500 });
  }).toPass();
  await mail.getByText("Choose a new CareSync password").click();
  const link = (await mail.getByRole("link").getAttribute("href")) ?? "";
  secret(link.split("/").at(-1) ?? "");
  return link;
}
