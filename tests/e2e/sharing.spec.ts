import { signedNote } from "./support/booking";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { openLive } from "./support/live";
import { newDoctor, newPatient } from "./support/people";

const PLAN = "Walk for an hour each day.";
// The browser itself reports the 404 of what has ended in its console.
test.use({ allowedErrors: /status of 404/ });

test("a patient shares the record with another doctor, who reads it until the patient stops, and sees both looks", async ({
  openAs,
}) => {
  const [author, other, patient] = [await newDoctor(), await newDoctor(), await newPatient()];
  const note = await signedNote(author, patient, secret(PLAN));
  const [page, doctorPage] = [await openAs(patient.account), await openAs(other.account)];
  for (const path of [`/doctor/patients/${patient.patientId}`, `/doctor/notes/${note}`])
    expect((await doctorPage.goto(path))?.status(), path).toBe(404);

  await page.goto("/patient/records/sharing");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your record is shared with no one");
  await page.getByRole("button", { name: "Share with a doctor" }).click();
  const dialog = page.getByRole("dialog", { name: "Share your record with a doctor" });
  await expectNoAxeViolations(page);
  await dialog.getByRole("combobox", { name: "Doctor" }).click();
  await page.getByPlaceholder("Type the doctor's name").fill(other.name);
  await page.getByRole("option", { name: other.name }).click();
  await dialog.getByRole("button", { name: "Share the record" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your record is shared with 1 doctor");
  await expectNoAxeViolations(page);

  await doctorPage.goto("/doctor/patients");
  const entry = doctorPage.getByRole("main").getByRole("link", { name: patient.name }).first();
  await entry.click();
  await expect(doctorPage.getByRole("heading", { level: 1 })).toContainText(patient.name);
  await expect(doctorPage.getByText("Shared with you")).toBeVisible();
  await expectNoAxeViolations(doctorPage);
  await doctorPage.getByRole("region", { name: "Notes" }).getByRole("link").click();
  await expect(doctorPage.getByText(PLAN)).toBeVisible();
  await openLive(doctorPage, `/doctor/notes/${note}`);

  await page.getByRole("button", { name: `Stop sharing with ${other.name}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Stop sharing" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your record is shared with no one");
  await expect(doctorPage.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
  await expect(doctorPage.getByText(PLAN)).toHaveCount(0);
  expect((await doctorPage.goto(`/doctor/patients/${patient.patientId}`))?.status()).toBe(404);

  await page.goto("/patient/records/access");
  const looks = page.getByRole("listitem").filter({ hasText: other.name });
  for (const what of ["opened the list of notes", "read the note"]) {
    const look = looks.filter({ hasText: what });
    // Opened twice, and read again by the open page: one look.
    await expect(look).toHaveCount(1);
    await expect(look).toContainText("because you shared your record with them");
    await expect(look).not.toContainText(/\d times/);
  }
});
