import { askForBed, bedCard, newWard, requestOf } from "./support/beds";
import { expect, test } from "./support/fixtures";
import { tabTo } from "./support/keyboard";
import { newcomer, newManager, newPatient } from "./support/people";

const WIDE = { width: 1440, height: 900 };

test("someone without a mouse assigns a bed and admits to it", async ({ openAs }) => {
  const [manager, patient] = [await newManager(), await newPatient()];
  await newWard(manager, "GENERAL", "North", ["N1", "N2"]);
  await newWard(manager, "ICU", "Tower", ["T1"]);
  await askForBed(patient, manager, "ICU");
  const page = await openAs(manager.account);
  await page.setViewportSize(WIDE);
  await page.goto("/hospital/beds");

  await tabTo(page, requestOf(page, patient).getByRole("button", { name: /^Assign/ }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: `A bed for ${patient.name}` });
  await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  // The requested kind comes first; the arrow keys choose among all free ones.
  await tabTo(page, dialog.getByRole("radio", { name: "T1, Tower" }), 12);
  // Held for as long as a finger does, because the group selects while the key is down.
  await page.keyboard.press("ArrowDown", { delay: 80 });
  await expect(dialog.getByRole("radio", { name: "N1, North" })).toBeChecked();
  await page.keyboard.press("ArrowUp", { delay: 80 });
  await expect(dialog.getByRole("radio", { name: "T1, Tower" })).toBeChecked();
  await tabTo(page, dialog.getByRole("button", { name: "Reserve" }), 12);
  await page.keyboard.press("Enter");
  await expect(bedCard(page, "T1")).toContainText("Reserved");
  // The request is gone; its bed has the focus.
  await expect(page.getByRole("button", { name: /^T1\s*,/ })).toBeFocused();

  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog", { name: "T1", exact: true });
  await tabTo(page, sheet.getByRole("button", { name: "Admit", exact: true }), 12);
  await page.keyboard.press("Enter");
  await expect(sheet.getByText("Occupied")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^T1\s*,/ })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("button", { name: /^N1\s*,/ })).toBeFocused();
});

test("patients are dragged to free beds, from the list and from another bed, and Escape cancels", async ({
  openAs,
}) => {
  const [manager, patient] = [await newManager(), await newPatient()];
  await newWard(manager, "GENERAL", "North", ["N1", "N2"]);
  await askForBed(patient, manager, "GENERAL");
  const page = await openAs(manager.account);
  await page.setViewportSize(WIDE);
  await page.goto("/hospital/beds");
  const drag = async (from: ReturnType<typeof bedCard>, to: ReturnType<typeof bedCard>) => {
    const [start, end] = [await from.boundingBox(), await to.boundingBox()];
    if (!start || !end) throw new Error("Nothing to drag.");
    await page.mouse.move(start.x + 30, start.y + 20);
    await page.mouse.down();
    await page.mouse.move(start.x + 45, start.y + 30);
    await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 4 });
  };

  await drag(requestOf(page, patient), bedCard(page, "N2"));
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await drag(requestOf(page, patient), bedCard(page, "N2"));
  await page.mouse.up();
  const assign = page.getByRole("dialog", { name: `A bed for ${patient.name}` });
  await expect(assign.getByRole("radio", { name: "N2, North" })).toBeChecked();
  await assign.getByRole("radio", { name: "Admit now" }).click();
  await assign.getByRole("button", { name: "Admit" }).click();
  await expect(bedCard(page, "N2")).toContainText("Occupied");
  await expect(assign).toHaveCount(0);

  await drag(bedCard(page, "N2"), bedCard(page, "N1"));
  await page.mouse.up();
  await page
    .getByRole("dialog", { name: `Another bed for ${patient.name}` })
    .getByRole("button", { name: "Move to N1" })
    .click();
  await expect(bedCard(page, "N1")).toContainText(patient.name);
  await expect(bedCard(page, "N2")).toContainText("Cleaning");
});

test("a new patient is admitted directly, from a phone", async ({ openAs }) => {
  const manager = await newManager();
  await newWard(manager, "EMERGENCY", "Door", ["D1"]);
  const page = await openAs(manager.account);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/hospital/beds");
  await page.getByRole("button", { name: "Admit", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Admit a patient" });
  await dialog.getByRole("radio", { name: "New patient" }).click();
  await dialog.getByRole("button", { name: "Admit", exact: true }).click();
  await expect(dialog.getByText("Choose a patient or enter a new one")).toBeVisible();
  await expect(dialog.getByText("Choose a bed")).toBeVisible();
  const { name } = newcomer();
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByRole("radio", { name: "D1, Door" }).click();
  await dialog.getByRole("button", { name: "Admit", exact: true }).click();
  await expect(bedCard(page, "D1")).toContainText(name);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No beds free");
});
