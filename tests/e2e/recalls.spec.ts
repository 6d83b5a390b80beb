import { bookedVisit } from "./support/booking";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { openLive } from "./support/live";
import { newDoctor, newPatient } from "./support/people";

test("a doctor asks a patient to come again, and the patient finds the way to book, or says no", async ({ openAs }) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const visit = await bookedVisit(doctor, patient);
  await doctor.api.put(`/api/appointments/${visit.id}/status`, { status: "IN_PROGRESS" });
  const [page, theirs] = [await openAs(doctor.account), await openAs(patient.account)];
  await openLive(theirs, "/patient/visits");
  const reason = secret("Check-up of the thyroid");

  await page.goto(`/doctor/visits/${visit.id}`);
  await page.getByRole("button", { name: "Set a recall" }).click();
  const dialog = page.getByRole("dialog", { name: "Set a recall" });
  await dialog.getByRole("combobox", { name: "Around" }).selectOption({ index: 5 });
  await dialog.getByRole("textbox", { name: "Reason" }).fill(reason);
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Set recall" }).click();
  await expect(page.getByRole("region", { name: "Recalls" }).getByRole("listitem")).toContainText(reason);

  const asked = theirs.getByRole("region", { name: "Appointments to book" });
  await expect(asked).toContainText(`Next appointment with ${doctor.name}`);
  await expect(asked).toContainText(reason);
  await expect(asked.getByRole("link", { name: `Book with ${doctor.name}` })).toHaveAttribute(
    "href",
    new RegExp(`^/doctors/${doctor.slug}\\?from=\\d{4}-\\d{2}-01$`),
  );
  await expectNoAxeViolations(theirs);

  await page.goto("/doctor/recalls?view=later");
  await expect(page.getByRole("main")).toContainText(patient.name);
  await expectNoAxeViolations(page);

  await asked.getByRole("button", { name: /^Dismiss/ }).click();
  await theirs.getByRole("alertdialog").getByRole("button", { name: "Dismiss request" }).click();
  await expect(asked).toBeHidden();
  await page.goto("/doctor/recalls?view=dismissed");
  await expect(page.getByRole("main")).toContainText("Dismissed");
});
