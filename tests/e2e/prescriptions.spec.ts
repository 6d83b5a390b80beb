import { readFile } from "node:fs/promises";
import { bookedVisit, signedNote } from "./support/booking";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { newDoctor, newPatient } from "./support/people";

const CODE = /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/;

test("a patient prints a prescription, a pharmacy checks its code, and the doctor withdraws it", async ({
  page,
  openAs,
}) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const id = await signedNote(doctor, patient, "Rest", [], ["Amoxicillin", "Paracetamol"]);

  const theirs = await openAs(patient.account);
  await theirs.goto(`/patient/visits/${id}`);
  await theirs.getByRole("link", { name: "Prescription" }).click();
  await expect(theirs).toHaveURL(`/patient/records/prescriptions/${id}`);
  const sheet = theirs.getByRole("article", { name: "Prescription" });
  await expect(sheet).toContainText(patient.name);
  await expect(sheet.getByRole("list", { name: "Medicines" }).getByRole("listitem")).toHaveCount(2);
  await expectNoAxeViolations(theirs);
  const [code = ""] = CODE.exec((await sheet.textContent()) ?? "") ?? [];

  const [file] = await Promise.all([
    theirs.waitForEvent("download"),
    theirs.getByRole("link", { name: "Download PDF" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("prescription.pdf");
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe("%PDF-");

  // A visitor: the pharmacy has no account.
  await page.goto(`/prescriptions#${code.replaceAll("-", "")}`);
  const answer = page
    .getByRole("main")
    .getByRole("status")
    .filter({ hasText: /^Valid/ });
  await expect(answer).toContainText(code);
  expect(page.url()).not.toContain("#");
  await expect(page.getByRole("main")).not.toContainText(patient.name);
  await expectNoAxeViolations(page);

  const doctors = await openAs(doctor.account);
  await doctors.goto(`/doctor/visits/${id}`);
  await doctors.getByRole("link", { name: "Prescription" }).click();
  await doctors.getByRole("button", { name: "Withdraw" }).click();
  const dialog = doctors.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Withdraw prescription" }).click();
  await expect(dialog).toContainText("Say why you withdraw it");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("The dose was wrong");
  await dialog.getByRole("button", { name: "Withdraw prescription" }).click();
  await expect(doctors.getByRole("heading", { name: "You withdrew this prescription" })).toBeVisible();

  // The patient's open page follows by itself.
  await expect(sheet).toContainText("The dose was wrong");
  await expect(sheet).not.toContainText(code);
  await page.getByRole("textbox", { name: /^Code/ }).fill(code.toLowerCase());
  await page.getByRole("button", { name: "Check the code" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Not valid");
  await theirs.goto("/patient/records/medicines");
  await expect(theirs.getByText("Withdrawn", { exact: true })).toHaveCount(2);
  await theirs.goto("/patient/notifications");
  await expect(theirs.getByRole("main").getByText("Your doctor has withdrawn a prescription")).toBeVisible();
});

test("a colleague who treats the patient hands out no prescription of another's", async () => {
  const [doctor, colleague, patient] = [await newDoctor(), await newDoctor(), await newPatient()];
  const id = await signedNote(doctor, patient, "Rest", [], ["Amoxicillin"]);
  await bookedVisit(colleague, patient, { from: 3 });
  const ask = (path: string) => colleague.api.ask("GET", `/api/appointments/${id}/${path}`);
  expect((await ask("encounter")).status).toBe(200);
  expect((await ask("prescription")).status).toBe(404);
});

test("a patient prints what the doctor said", async ({ openAs }) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const id = await signedNote(doctor, patient, "Rest and drink");
  const theirs = await openAs(patient.account);
  await theirs.goto(`/patient/visits/${id}`);
  await expect(theirs.getByRole("link", { name: "Prescription" })).toHaveCount(0);
  await theirs.getByRole("link", { name: "Summary to print" }).click();
  const summary = theirs.getByRole("article", { name: "Visit summary" });
  await expect(summary).toContainText("Rest and drink");
  await expect(summary).toContainText(doctor.name);
  await theirs.emulateMedia({ media: "print" });
  await expect(theirs.getByRole("navigation")).toHaveCount(0);
  await expect(summary).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a code is checked too", async ({ page }) => {
    await page.goto("/prescriptions");
    await page.getByRole("textbox", { name: /^Code/ }).fill("0000-0000-0000-0000");
    await page.getByRole("button", { name: "Check the code" }).click();
    await expect(page.getByRole("alert")).toContainText("Not valid");
    expect(page.url()).not.toContain("0000");
  });
});
