import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { openLive } from "./support/live";
import { newDoctor, newPatient } from "./support/people";

test("what an administrator announces appears on open pages, is dismissed, and goes when it is ended", async ({
  openAs,
}) => {
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  const patientPage = await openAs(patient.account);
  await openLive(patientPage, "/patient");
  const doctorPage = await openAs(doctor.account);
  await openLive(doctorPage, "/doctor");
  const text = `The lifts stand still until noon (${patient.name.split("-").at(-1)}).`;

  const desk = await openAs("admin");
  await desk.goto("/admin/announcements");
  await desk.getByRole("button", { name: "Write an announcement" }).click();
  const dialog = desk.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Text" }).fill(text);
  await dialog.getByRole("radio", { name: "Warning" }).click();
  await dialog.getByLabel("For", { exact: true }).selectOption("Patients and families");
  await expectNoAxeViolations(desk);
  await dialog.getByRole("button", { name: "Publish" }).click();
  const entry = desk
    .getByRole("list", { name: "Announcements so far" })
    .getByRole("listitem")
    .filter({ hasText: text });
  await expect(entry.getByText("Shown now")).toBeVisible();

  const bar = patientPage.getByRole("list", { name: "Announcements" });
  await expect(bar.getByText(text)).toBeVisible();
  await expectNoAxeViolations(patientPage);
  await bar.getByRole("button", { name: "Dismiss this announcement" }).first().click();
  await expect(patientPage.getByText(text)).toHaveCount(0);
  await patientPage.reload();
  await expect(patientPage.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(patientPage.getByText(text)).toHaveCount(0);
  await expect(doctorPage.getByText(text)).toHaveCount(0);

  await entry.getByRole("button", { name: "End" }).click();
  await desk.getByRole("alertdialog").getByRole("button", { name: "End announcement" }).click();
  await expect(entry.getByText("Over")).toBeVisible();
});
