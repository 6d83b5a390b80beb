import { bookedVisit } from "./support/booking";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { markLoaded, openLive } from "./support/live";
import { newDoctor, newPatient } from "./support/people";

test("a follow-up booked during a visit shows on the patient's open page, and the note stays", async ({ openAs }) => {
  const [doctor, patient] = [await newDoctor({ autoConfirm: false }), await newPatient()];
  const visit = await bookedVisit(doctor, patient);
  await doctor.api.put(`/api/appointments/${visit.id}/status`, { status: "CONFIRMED" });
  await doctor.api.put(`/api/appointments/${visit.id}/status`, { status: "IN_PROGRESS" });
  const [page, theirs] = [await openAs(doctor.account), await openAs(patient.account)];
  await openLive(theirs, "/patient/visits");
  const expectNotReloaded = await markLoaded(theirs);
  await page.goto(`/doctor/visits/${visit.id}`);
  const plan = page.getByRole("textbox", { name: "Plan" });
  await plan.fill(secret("Back in a week, with the results."));

  await page.getByRole("button", { name: "Book a follow-up" }).click();
  const dialog = page.getByRole("dialog", { name: "Book a follow-up" });
  await dialog.getByRole("button", { name: "In 1 week" }).click();
  await dialog.locator("button[data-slot]").first().click();
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: /^Book / }).click();
  await expect(page.getByText("Follow-up booked")).toBeVisible();
  await expect(dialog).toBeHidden();

  const followUp = page.locator("dl > div", { hasText: "Follow-up" }).getByRole("link");
  await expect(followUp).toBeVisible();
  await expect(plan).toHaveValue("Back in a week, with the results.");
  const href = (await followUp.getAttribute("href")) ?? "";
  const entry = theirs
    .getByRole("listitem")
    .filter({ has: theirs.locator(`a[href="${href.replace("doctor", "patient")}"]`) });
  await expect(entry).toContainText("Confirmed");
  await expectNotReloaded();

  await expect(page.getByRole("status").filter({ hasText: /^Saved \d\d:\d\d/ })).toBeVisible();
  await page.reload();
  await expect(plan).toHaveValue("Back in a week, with the results.");
  await followUp.click();
  await expect(page).toHaveURL(href);
  await expect(page.getByText("The note opens when you start the visit")).toBeVisible();
});
