import type { Locator, Page } from "@playwright/test";
import { askForBed, bedCard, newWard, openBed, publicFree, requestOf, slugOf } from "./support/beds";
import { expect, test, type Account } from "./support/fixtures";
import { expectDefined } from "./support/expect-defined";
import { markLoaded, openLive } from "./support/live";
import { newManager, newPatient } from "./support/people";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("from the request to the discharge, the patient and the ward see every step at once, and the public count is right after each", async ({
  openAs,
}) => {
  const [manager, patient] = [await newManager(), await newPatient()];
  await newWard(manager, "GENERAL", "North", ["11", "12"]);
  const slug = await slugOf(manager.hospitalId);
  const expectFree = (count: number) => expect.poll(() => publicFree(manager.hospitalId, "GENERAL")).toBe(count);
  const [board, patientPage] = [await openAs(manager.account), await openAs(patient.account)];
  await openLive(board, "/hospital/beds");
  await expect(heading(board)).toHaveText("2 beds free");
  await expect(board.getByText("No one is waiting for a bed").first()).toBeVisible();
  const expectBoardKept = await markLoaded(board);

  await patientPage.goto(`/hospitals/${slug}`);
  await patientPage.getByRole("link", { name: "Request a bed" }).click();
  await expect(patientPage.getByRole("radio", { name: "General" })).toBeChecked();
  await patientPage.getByRole("textbox", { name: /Why do you need it/ }).fill("A knee to be mended");
  await patientPage.getByRole("button", { name: "Request this bed" }).click();
  await expect(heading(patientPage)).toHaveText("Your bed request");
  const expectPatientKept = await markLoaded(patientPage);
  await expect(requestOf(board, patient)).toContainText("A knee to be mended");
  await expectFree(2);

  await requestOf(board, patient)
    .getByRole("button", { name: /^Assign/ })
    .click();
  const assign = board.getByRole("dialog", { name: `A bed for ${patient.name}` });
  await assign.getByRole("radio", { name: "11, North" }).click();
  await assign.getByRole("button", { name: "Reserve" }).click();
  await expect(bedCard(board, "11")).toContainText("Reserved");
  await expect(bedCard(board, "11")).toContainText(patient.name);
  await expect(requestOf(board, patient)).toHaveCount(0);
  await expect(heading(patientPage)).toHaveText(/^A bed is reserved until/);
  await expect(patientPage.getByRole("main")).toContainText("11, North");
  await expectFree(1);

  await bedCard(board, "11")
    .getByRole("button", { name: /^Admit/ })
    .click();
  await expect(bedCard(board, "11")).toContainText("Occupied");
  await expect(heading(patientPage)).toHaveText(/^In hospital since/);
  await expectFree(1);

  await (await openBed(board, "11")).getByRole("button", { name: "Another bed…" }).click();
  const move = board.getByRole("dialog", { name: `Another bed for ${patient.name}` });
  await move.getByRole("radio", { name: "12, North" }).click();
  await move.getByRole("button", { name: "Move to 12" }).click();
  await expect(bedCard(board, "12")).toContainText(patient.name);
  await expect(bedCard(board, "11")).toContainText("Cleaning");
  await expect(patientPage.getByRole("main")).toContainText("Moved to another bed");
  await expect(heading(board)).toHaveText("No beds free, 1 being cleaned");
  await expectFree(0);

  await (await openBed(board, "12")).getByRole("button", { name: "Discharge…" }).click();
  await board.getByRole("alertdialog").getByRole("button", { name: "Discharge" }).click();
  await expect(heading(patientPage)).toHaveText("Back home from hospital");
  await board.keyboard.press("Escape");
  await expect(bedCard(board, "12")).toContainText("Cleaning");
  await expectFree(0);

  await bedCard(board, "12")
    .getByRole("button", { name: /^Ready/ })
    .click();
  await expect(heading(board)).toHaveText("1 bed free, 1 being cleaned");
  await expectFree(1);
  await expectBoardKept();
  await expectPatientKept();
});

test("what one staff member does shows on the other's open board and is announced", async ({ openAs }) => {
  const [manager, patient] = [await newManager(), await newPatient()];
  const { bedIds } = await newWard(manager, "ICU", "Tower", ["T1", "T2"]);
  const board = await openAs(manager.account);
  await openLive(board, "/hospital/beds");
  const expectStillThere = await markLoaded(board);

  await askForBed(patient, manager, "ICU");
  await expect(requestOf(board, patient)).toBeVisible();
  await expect(board.getByRole("status").filter({ hasText: `${patient.name} has requested a bed.` })).toHaveCount(1);
  await manager.api.ask("PATCH", `/api/beds/${bedIds[1]}`, {
    state: "OUT_OF_SERVICE",
    reason: "The monitor is broken",
  });
  await expect(bedCard(board, "T2")).toContainText("The monitor is broken");
  await expect(board.getByRole("status").filter({ hasText: "T2 in Tower is out of service." })).toHaveCount(1);
  await expectStillThere();
});

test("when two people assign one bed at once, one succeeds and the other sees which are free, with everything else kept", async ({
  openAs,
}) => {
  const manager = await newManager();
  await newWard(manager, "GENERAL", "South", ["S1", "S2"]);
  const patients = [await newPatient(), await newPatient()];
  for (const patient of patients) await askForBed(patient, manager, "GENERAL");
  const pages = [await openAs(manager.account), await openAs(manager.account)];
  const dialogs: Locator[] = [];
  for (const [at, page] of pages.entries()) {
    // Not live: both still see the bed when they press.
    await page.routeWebSocket(/.*/, () => {});
    await page.goto("/hospital/beds");
    const patient = expectDefined(patients[at], "a patient for each page");
    await requestOf(page, patient)
      .getByRole("button", { name: /^Assign/ })
      .click();
    const dialog = page.getByRole("dialog", { name: `A bed for ${patient.name}` });
    await dialog.getByRole("radio", { name: "S1, South" }).click();
    await dialog.getByRole("combobox", { name: "Reserved for" }).selectOption({ index: 3 });
    dialogs.push(dialog);
  }

  await Promise.all(dialogs.map((dialog) => dialog.getByRole("button", { name: "Reserve" }).click()));

  const refusals = dialogs.map((dialog) => dialog.getByRole("alert"));
  await expect(async () => {
    const lost = await Promise.all(refusals.map((refusal) => refusal.isVisible()));
    const closed = await Promise.all(dialogs.map((dialog) => dialog.isHidden()));
    expect([...lost].sort(), "one refusal").toEqual([false, true]);
    expect(closed, "the other's dialog is gone").toEqual(lost.map((is) => !is));
  }).toPass({ timeout: 15_000 });
  const at = (await refusals[0]?.isVisible()) ? 0 : 1;
  const [loser, page, patient] = [
    expectDefined(dialogs[at], "the loser's dialog"),
    expectDefined(pages[at], "page"),
    expectDefined(patients[at], "patient"),
  ];
  await expect(loser.getByRole("radio", { name: "S1, South" })).toHaveCount(0);
  await expect(loser.getByRole("combobox", { name: "Reserved for" })).toHaveValue("8");
  await loser.getByRole("radio", { name: "S2, South" }).click();
  await loser.getByRole("button", { name: "Reserve" }).click();
  await expect(bedCard(page, "S2")).toContainText(patient.name);
});

test("a manager sets up a ward and its beds", async ({ openAs }) => {
  const manager = await newManager();
  const page = await openAs(manager.account);
  await page.goto("/hospital/beds");
  await page.getByRole("link", { name: "Add a ward" }).click();
  await page.getByRole("button", { name: "Add a ward" }).click();
  const form = page.getByRole("dialog", { name: "Add a ward" });
  await form.getByRole("textbox", { name: "Name" }).fill("East");
  await form.getByRole("combobox", { name: "Kind" }).selectOption({ label: "Intensive care" });
  await form.getByRole("button", { name: "Add ward" }).click();
  await page.getByRole("button", { name: "Beds of East" }).click();
  const beds = page.getByRole("dialog", { name: "Beds of East" });
  await beds.getByRole("textbox", { name: /New beds/ }).fill("E1–E12");
  await beds.getByRole("button", { name: "Add", exact: true }).click();
  await expect(beds.getByRole("listitem")).toHaveCount(12);
  await page.keyboard.press("Escape");
  await expect(heading(page)).toHaveText("1 ward, 12 beds");
});

test.describe("a stay", () => {
  test.use({ allowedErrors: /status of 404/ });

  test("is 404 for anyone at another hospital and for another patient", async ({ openAs }) => {
    const [manager, stranger, patient, other] = [
      await newManager(),
      await newManager(),
      await newPatient(),
      await newPatient(),
    ];
    await newWard(manager, "ICU", "East", ["E1"]);
    const { id } = await askForBed(patient, manager, "ICU");
    const statusOf = async (who: Account, path: string) => (await (await openAs(who)).goto(path))?.status();
    expect(await statusOf(stranger.account, `/hospital/beds/${id}`)).toBe(404);
    expect(await statusOf(other.account, `/patient/stays/${id}`)).toBe(404);
    expect(await statusOf(patient.account, `/hospital/beds/${id}`)).toBe(404);
    expect(await statusOf(patient.account, `/patient/stays/${id}`)).toBe(200);
    expect(await statusOf(manager.account, `/hospital/beds/${id}`)).toBe(200);
  });
});
