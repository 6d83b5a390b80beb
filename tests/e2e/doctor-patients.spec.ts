import { bookedVisit, signedNote } from "./support/booking";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { newDoctor, newPatient } from "./support/people";

test("a doctor finds a patient by name, and reads a colleague's note, which the patient sees", async ({ openAs }) => {
  const [doctor, colleague, patient] = [await newDoctor(), await newDoctor(), await newPatient()];
  const note = await signedNote(colleague, patient, "Drink more water");
  await bookedVisit(doctor, patient, { from: 3 });
  const page = await openAs(doctor.account);
  await page.goto("/doctor/patients");
  await page.getByRole("searchbox", { name: "Patient's name" }).fill(patient.name.split(" ")[0]?.slice(0, 4) ?? "");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page).toHaveURL(/[?&]name=/);
  expect(page.url()).not.toContain(patient.name.slice(0, 4));
  await page.getByRole("main").getByRole("link", { name: patient.name }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(patient.name);
  await expectNoAxeViolations(page);

  await page.getByRole("region", { name: "Notes" }).getByRole("link").click();
  await expect(page).toHaveURL(`/doctor/notes/${note}`);
  await expect(page.getByText("Drink more water")).toBeVisible();
  await expectNoAxeViolations(page);

  const theirs = await openAs(patient.account);
  await theirs.goto("/patient/records/access");
  await expect(theirs.getByRole("listitem").filter({ hasText: "read the note" }).first()).toContainText(doctor.name);
});
