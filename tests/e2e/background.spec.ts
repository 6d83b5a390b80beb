import { bookedVisit } from "./support/booking";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { openLive } from "./support/live";
import { newDoctor, newPatient } from "./support/people";

const REASON = "Took it last year without a reaction.";

test("an allergy the patient records reaches the open visit, and asks why a medicine is prescribed all the same", async ({
  openAs,
}) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const visit = await bookedVisit(doctor, patient);
  await doctor.api.put(`/api/appointments/${visit.id}/status`, { status: "IN_PROGRESS" });
  const [doctorPage, patientPage] = [await openAs(doctor.account), await openAs(patient.account)];
  await openLive(doctorPage, `/doctor/visits/${visit.id}`);
  const [atDoctor, atPatient] = [doctorPage, patientPage].map((page) =>
    page.getByRole("region", { name: "Allergies" }),
  );
  await openLive(patientPage, "/patient/records/background");
  await expect(atPatient!).toContainText("No one has recorded yet whether there are any.");

  await patientPage.getByRole("button", { name: "No known allergies" }).click();
  await expect(atPatient!).toContainText("Stated by you");
  await expect(atDoctor!).toContainText("Stated by the patient or their family");

  await patientPage.getByRole("button", { name: "Add an allergy" }).click();
  const dialog = patientPage.getByRole("dialog");
  await dialog.getByLabel("Allergic to").fill(secret("Penicillin V of the brand Kassandra"));
  await dialog.getByLabel("Risk").selectOption({ label: "High: could be life-threatening" });
  await dialog.getByLabel("What happens").fill(secret("Swells up around the eyes"));
  await dialog.getByRole("button", { name: "Add allergy" }).click();
  await expect(atPatient!).toContainText("High risk");
  await expect(atDoctor!).toContainText("Swells up around the eyes");

  const written = doctorPage.getByRole("textbox", { name: "Assessment" });
  await written.fill(secret("A sore throat with fever since Sunday."));
  await doctorPage.getByRole("button", { name: "Add a medicine" }).click();
  await doctorPage.getByLabel("Medicine", { exact: true }).fill("Amoxicillin");
  await expect(doctorPage.getByText("Amoxicillin is a penicillin.")).toBeVisible();
  const sign = async () => {
    await doctorPage.getByRole("button", { name: "Sign and complete" }).click();
    await doctorPage.getByRole("alertdialog").getByRole("button", { name: "Sign and complete" }).click();
  };
  await sign();
  const why = doctorPage.getByLabel("Why you prescribe it all the same");
  await expect(why).toBeFocused();
  await expect(why).toHaveAccessibleDescription(/Say why you prescribe it in spite of the recorded allergy/);
  await expectNoAxeViolations(doctorPage);
  await why.fill(secret(REASON));
  await sign();
  await expect(doctorPage.getByText("Signed. The patient can read it now.")).toBeVisible();

  await patientPage.goto(`/patient/visits/${visit.id}`);
  await expect(patientPage.getByText(`In spite of a recorded allergy: ${REASON}`)).toBeVisible();
});

test("an allergy and a condition are changed by keyboard, and what they were stays in the history", async ({
  openAs,
}) => {
  const patient = await newPatient();
  const page = await openAs(patient.account);
  await page.goto("/patient/records/background");
  const conditions = page.getByRole("region", { name: "Conditions" });
  await conditions.getByRole("button", { name: "Add a condition" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Condition", { exact: true }).fill(secret("Asthma after the glassworks"));
  await page.getByLabel("Since").fill("2999");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Can't be in the future")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByLabel("Since").fill("2019-05");
  await page.keyboard.press("Enter");
  await expect(conditions).toContainText("Since May 2019");

  await conditions.getByRole("button", { name: "Change Asthma after the glassworks" }).click();
  await page.getByLabel("Status").selectOption({ label: "Resolved" });
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Save" }).click();
  await conditions.getByText("No longer current (1)").click();
  await expect(conditions).toContainText("Resolved");
  await conditions.getByText("Earlier entries").click();
  await expect(conditions).toContainText("Since May 2019 · Current");
  await page.goto("/patient/records/access");
  await expect(page.getByRole("list", { name: "Accesses" })).toContainText("added a condition");
});
