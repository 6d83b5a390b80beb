import { expect, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { newPatient } from "./support/people";

test("an administrator finds what one person did today through a page, and verifies the trail", async ({ openAs }) => {
  const { account, name } = await newPatient();
  await openAs(account);
  const desk = await openAs("admin");
  await desk.goto("/admin/audit");
  const main = desk.getByRole("main");
  await main.getByRole("searchbox", { name: "Who" }).fill(secret(name));
  await main.getByRole("searchbox", { name: "Action" }).fill("account");
  await main.getByLabel("By way of").selectOption("Page");
  await main.getByRole("button", { name: "Search" }).click();
  await expect(main.getByText(`What ${name} did.`)).toBeVisible();
  await expect(main.getByRole("link", { name: "account.signed-in" }).first()).toBeVisible();
  expect(desk.url()).not.toContain(encodeURIComponent(name));

  await main.getByRole("button", { name: "Verify the latest entries" }).click();
  await expect(main.getByText("Whole and unchanged", { exact: true })).toBeVisible();
  await expect(main.getByText(/^Last verified/)).toContainText(/seals? .*entries\. Whole and unchanged\./);
});
