import { readFile } from "node:fs/promises";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { markLoaded, openLive } from "./support/live";
import { newManager } from "./support/people";

test("a manager exports the staff after giving the password again, and downloads the file", async ({ openAs }) => {
  const manager = await newManager();
  const desk = await openAs(manager.account);
  await openLive(desk, "/hospital/exports");
  const stays = await markLoaded(desk);
  await expect(desk.getByText("No exports yet")).toBeVisible();
  await desk.getByRole("radio", { name: "Staff" }).click();
  await desk.getByRole("button", { name: "Export staff" }).click();
  const question = desk.getByRole("dialog");
  await question.getByLabel("Your password").fill("not the password");
  await question.getByRole("button", { name: "Export staff" }).click();
  await expect(question.getByText("That isn't your password")).toBeVisible();
  await expectNoAxeViolations(desk);
  await question.getByLabel("Your password").fill(manager.account.password);
  await question.getByRole("button", { name: "Export staff" }).click();
  await expect(question).toBeHidden();

  const entry = desk.getByRole("list", { name: "Exports" }).getByRole("listitem").first();
  await expect(entry.getByRole("heading", { name: "1 staff member" })).toBeVisible();
  await expectNoAxeViolations(desk);
  const waiting = desk.waitForEvent("download");
  await entry.getByRole("link", { name: "Download staff" }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^staff-\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await readFile(await download.path(), "utf8")).split("\r\n");
  expect(lines).toEqual(["\ufeffid,name,email,role,created_at", expect.stringContaining(manager.account.email), ""]);
  await stays();
});
