import { expect, expectNoAxeViolations, signInAs, test } from "./support/fixtures";
import { markLoaded, openLive } from "./support/live";
import { newManager } from "./support/people";

const file = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

test("a manager brings in wards and beds from files: faults with their places first, then all of it, then back", async ({ openAs }) => {
  const manager = await newManager();
  const desk = await openAs(manager.account);
  await openLive(desk, "/hospital/import");
  const stays = await markLoaded(desk);
  const entries = desk.getByRole("list", { name: "Imports" }).getByRole("listitem");
  await expect(desk.getByText("No files yet")).toBeVisible();

  await desk.getByRole("radio", { name: "Wards" }).click();
  await desk.getByLabel("The file", { exact: true }).setInputFiles(file("wards.csv", "name;kind\nWard 1;GENERAL\nWard 2;SOFT\n"));
  await expect(entries.first().getByRole("row", { name: /3 kind Must be one of/ })).toBeVisible();
  await expectNoAxeViolations(desk);
  await desk.getByLabel("The file", { exact: true }).setInputFiles(file("wards.csv", "name;kind\nWard 1;GENERAL\nWard 2;ICU\n"));
  await desk.getByRole("button", { name: "Import 2 wards" }).click();
  await expect(entries.first().getByText("Imported", { exact: true })).toBeVisible();

  await desk.getByRole("radio", { name: "Beds" }).click();
  const rows = Array.from({ length: 400 }, (_, n) => `Ward ${(n % 2) + 1},${n + 1}`).join("\n");
  await desk.getByLabel("The file", { exact: true }).setInputFiles(file("beds.csv", `ward,label\n${rows}\n`));
  await desk.getByRole("button", { name: "Import 400 beds" }).click();
  await expect(entries.first().getByText("Imported", { exact: true })).toBeVisible();
  const counted = await manager.api.get<{ items: unknown[] }>(`/api/hospitals/${manager.hospitalId}/beds?limit=100`);
  expect(counted.items).toHaveLength(100);

  await entries.first().getByRole("button", { name: "Undo" }).click();
  await desk.getByRole("button", { name: "Undo the import" }).click();
  await expect(entries.first().getByText("Undone", { exact: true })).toBeVisible();
  expect((await manager.api.get<{ items: unknown[] }>(`/api/hospitals/${manager.hospitalId}/beds`)).items).toHaveLength(0);
  await stays();
});

test("a workbook is sent back with what to do, before it leaves the browser", async ({ page }) => {
  const manager = await newManager();
  await signInAs(page, manager.account);
  await page.goto("/hospital/import");
  await page.getByLabel("The file", { exact: true }).setInputFiles({ name: "beds.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("PK\u0003\u0004rest") });
  await expect(page.getByRole("alert").filter({ hasText: "It is a workbook" })).toBeVisible();
  await expect(page.getByText("No files yet")).toBeVisible();
});
