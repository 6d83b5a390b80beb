import { expect, expectNoAxeViolations, signInAs, test } from "./support/fixtures";
import { markLoaded, openLive } from "./support/live";
import { newManager } from "./support/people";

const file = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

test("a manager imports wards and beds from files: errors with their places first, then everything, then undo", async ({
  openAs,
}) => {
  const manager = await newManager();
  const desk = await openAs(manager.account);
  await openLive(desk, "/hospital/import");
  const stays = await markLoaded(desk);
  const entries = desk.getByRole("list", { name: "Imports" }).getByRole("listitem");
  await expect(desk.getByText("No files yet")).toBeVisible();

  await desk.getByRole("radio", { name: "Wards" }).click();
  await desk
    .getByLabel("The file", { exact: true })
    .setInputFiles(file("wards.csv", "name;kind\nWard 1;GENERAL\nWard 2;SOFT\n"));
  const preview = desk.getByRole("region", { name: "How the file is read" });
  await expect(preview.getByRole("row", { name: "Ward 2 SOFT" })).toBeVisible();
  await expectNoAxeViolations(desk);
  await desk.getByRole("button", { name: "Check 2 wards" }).click();
  await expect(entries.first().getByRole("row", { name: /3 Kind SOFT Must be one of/ })).toBeVisible();
  await expectNoAxeViolations(desk);
  await entries.first().getByRole("button", { name: "Dismiss" }).click();
  await expect(desk.getByText("No files yet")).toBeVisible();
  await desk
    .getByLabel("The file", { exact: true })
    .setInputFiles(file("wards.csv", "name;kind\nWard 1;GENERAL\nWard 2;ICU\n"));
  await desk.getByRole("button", { name: "Check 2 wards" }).click();
  await desk.getByRole("button", { name: "Import 2 wards" }).click();
  await expect(entries.first().getByText("Imported", { exact: true })).toBeVisible();

  await desk.getByRole("radio", { name: "Beds" }).click();
  const rows = Array.from({ length: 400 }, (_, n) => `Ward ${(n % 2) + 1},${n + 1}`).join("\n");
  await desk.getByLabel("The file", { exact: true }).setInputFiles(file("beds.csv", `ward,label\n${rows}\n`));
  await desk.getByRole("button", { name: "Check 400 beds" }).click();
  await desk.getByRole("button", { name: "Import 400 beds" }).click();
  await expect(entries.first().getByText("Imported", { exact: true })).toBeVisible();
  const counted = await manager.api.get<{ items: unknown[] }>(`/api/hospitals/${manager.hospitalId}/beds?limit=100`);
  expect(counted.items).toHaveLength(100);

  await entries.first().getByRole("button", { name: "Undo" }).click();
  await desk.getByRole("button", { name: "Undo the import" }).click();
  await expect(entries.first().getByText("Undone", { exact: true })).toBeVisible();
  expect((await manager.api.get<{ items: unknown[] }>(`/api/hospitals/${manager.hospitalId}/beds`)).items).toHaveLength(
    0,
  );
  await stays();
});

test("a file in an old encoding with other headers is previewed, and read as chosen", async ({ page }) => {
  const manager = await newManager();
  await signInAs(page, manager.account);
  await page.goto("/hospital/import");
  await page.getByRole("radio", { name: "Wards" }).click();
  const text = "Floor;Ward name;Care\r\n3;Chirurgie \x9een;ICU\r\n4;Intenzivn\xed p\xe9\xe8e;ICU\n";
  await page
    .getByLabel("The file", { exact: true })
    .setInputFiles({ name: "wards.csv", mimeType: "text/csv", buffer: Buffer.from(text, "latin1") });
  const preview = page.getByRole("region", { name: "How the file is read" });
  await expect(preview.getByRole("row", { name: "Intenzivní péče" })).toBeVisible();
  await expect(preview.getByText("Choose the file’s column")).toBeVisible();
  await expect(page.getByRole("button", { name: "Check 2 wards" })).toBeDisabled();
  await preview.getByLabel("Kind", { exact: true }).selectOption("Care");
  await expect(preview.getByRole("row", { name: "Chirurgie žen ICU" })).toBeVisible();
  await preview.getByLabel("Letters look wrong? Encoding").selectOption("Western European (Windows 1252)");
  await expect(preview.getByRole("row", { name: "Intenzivní péèe ICU" })).toBeVisible();
  // Two choices at once: neither waits for the other, neither is lost.
  await preview.getByLabel("Kind", { exact: true }).selectOption("Floor");
  await preview.getByLabel("Letters look wrong? Encoding").selectOption("Central European (Windows 1250)");
  await preview.getByLabel("Kind", { exact: true }).selectOption("Care");
  await expect(preview.getByRole("row", { name: "Intenzivní péče ICU" })).toBeVisible();
  await page.getByRole("button", { name: "Check 2 wards" }).click();
  await page.getByRole("button", { name: "Import 2 wards" }).click();
  await expect(page.getByRole("list", { name: "Imports" }).getByText("Imported", { exact: true })).toBeVisible();
});

test("a workbook is refused with instructions before it is uploaded", async ({ page }) => {
  const manager = await newManager();
  await signInAs(page, manager.account);
  await page.goto("/hospital/import");
  // A click makes this part of the page listen; a file chosen before would be missed.
  await page.getByRole("radio", { name: "Beds" }).click();
  await page.getByLabel("The file", { exact: true }).setInputFiles({
    name: "beds.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from("PK\u0003\u0004rest"),
  });
  await expect(page.getByRole("alert").filter({ hasText: "It is a workbook" })).toBeVisible();
  await expect(page.getByText("No files yet")).toBeVisible();
});
