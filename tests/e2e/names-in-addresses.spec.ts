import type { Page } from "@playwright/test";
import { expect, test, type Role } from "./support/fixtures";
import { newHospital } from "./support/invitations";

const LISTS: [Role, path: string, field: string][] = [
  ["hospital", "/hospital/appointments", "Patient's name"],
  ["hospital", "/hospital/beds/stays", "Patient's name"],
  ["admin", "/admin/people", "Name or email"],
];
const NAME = "Ångström-Nobody";

/** The addresses of everything this page requests, as a proxy on the way would log them. */
function addressesOf(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) =>
    asked.push(decodeURIComponent(request.url()), decodeURIComponent(request.headers().referer ?? "")),
  );
  return asked;
}

for (const [role, path, label] of LISTS) {
  test(`a name searched for on ${path} appears in no address, and is still there after a reload`, async ({
    openAs,
  }) => {
    const page = await openAs(role);
    const asked = addressesOf(page);
    await page.goto(path);
    const field = page.getByRole("searchbox", { name: label });
    await field.fill(NAME);
    await page.getByRole("main").getByRole("button", { name: "Search", exact: true }).click();
    await expect(page).toHaveURL(/name=[\w-]{40,}/);
    await page.reload();
    await expect(field).toHaveValue(NAME);
    await field.fill("");
    await field.press("Enter");
    await expect(page).not.toHaveURL(/name=/);
    expect(asked.filter((address) => address.includes("Nobody"))).toEqual([]);
  });
}

test("an address with a sealed name shows it to no one else, and says so", async ({ openAs }) => {
  const mine = await openAs("hospital");
  await mine.goto("/hospital/appointments");
  await mine.getByRole("searchbox", { name: "Patient's name" }).fill(NAME);
  await mine.getByRole("searchbox", { name: "Patient's name" }).press("Enter");
  await expect(mine).toHaveURL(/name=/);
  const theirs = await openAs((await newHospital()).account);
  await theirs.goto(mine.url());
  await expect(theirs.getByText("This list ignores one filter")).toBeVisible();
  await expect(theirs.getByText("Nobody")).toHaveCount(0);
  await theirs.getByRole("link", { name: "Remove it" }).click();
  await expect(theirs).not.toHaveURL(/name=/);
});
