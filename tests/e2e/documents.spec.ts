import { pdf } from "../support/files";
import { bookedVisit } from "./support/booking";
import { expect, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { newDoctor, newPatient } from "./support/people";

test.use({ allowedErrors: /status of 404/ });

test("a patient keeps documents, a doctor who treats them opens them, and what is deleted is gone", async ({
  openAs,
}) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const visit = await bookedVisit(doctor, patient);
  const [doctorPage, page] = [await openAs(doctor.account), await openAs(patient.account)];
  await page.goto("/patient/records/documents");
  await expect(page.getByText("No documents yet")).toBeVisible();

  await page.getByRole("button", { name: "Add a document" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a document" });
  const letter = { name: "Letter of May.pdf", mimeType: "application/pdf", buffer: pdf("The eyes") };
  await dialog.getByLabel("The file").setInputFiles(letter);
  await expect(dialog.getByLabel("Title")).toHaveValue("Letter of May");
  await dialog.getByLabel("Title").fill(secret("Letter from the eye clinic"));
  await dialog.getByLabel("Date on the document").fill("2026-05-03");
  await dialog.getByRole("button", { name: "Add document" }).click();
  await expect(page.getByText("Document added")).toBeVisible();
  const link = page.getByRole("link", { name: /Letter from the eye clinic/ });
  const href = (await link.getAttribute("href")) ?? "";
  const download = page.waitForEvent("download");
  await link.click();
  expect((await download).suggestedFilename()).toBe("Letter from the eye clinic.pdf");

  await doctorPage.goto(`/doctor/visits/${visit.id}`);
  await doctorPage.getByRole("link", { name: patient.name }).first().click();
  const opened = doctorPage.waitForEvent("download");
  await doctorPage.getByRole("link", { name: /Letter from the eye clinic/ }).click();
  expect((await opened).suggestedFilename()).toBe("Letter from the eye clinic.pdf");
  await page.goto("/patient/records/access");
  await expect(page.getByText(/opened a document/).first()).toBeVisible();

  await page.goto("/patient/records/documents");
  await page.getByRole("button", { name: "Delete Letter from the eye clinic" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete document" }).click();
  await expect(page.getByText("No documents yet")).toBeVisible();
  expect((await doctorPage.request.get(href)).status()).toBe(404);
});
