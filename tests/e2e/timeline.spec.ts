import { bookedVisit, signedNote } from "./support/booking";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { mailedLink } from "./support/invitations";
import { secret } from "./support/ledger";
import { openLive } from "./support/live";
import { newDoctor, newPatient } from "./support/people";

test("a patient's timeline shows what happened as it happens, by kind, and each entry leads to its page", async ({
  openAs,
}) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  await bookedVisit(doctor, patient);
  const page = await openAs(patient.account);
  await openLive(page, "/patient/records");
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText("Nothing in your records yet");

  const penicillin = { substance: secret("Penicillin"), category: "MEDICATION" };
  await patient.api.post(`/api/patients/${patient.patientId}/allergies`, penicillin);
  const allergy = page.getByRole("link", { name: /Allergy recorded: .*Penicillin/ });
  await expect(allergy).toBeVisible();
  await expect(title).toHaveText("Your records, latest first");
  await signedNote(doctor, patient, "Rest", [{ kind: "WEIGHT", value: 72, unit: "kg" }], ["Paracetamol"]);
  const visit = page.getByRole("link", { name: `Visit to ${doctor.name}` });
  await expect(visit).toBeVisible();
  await expect(page.getByRole("link", { name: /1 measurement/ })).toBeVisible();
  await expectNoAxeViolations(page);

  await page.getByRole("navigation", { name: "What to show" }).getByRole("link", { name: "Prescriptions" }).click();
  await expect(page).toHaveURL("/patient/records?kind=PRESCRIPTION");
  await expect(visit).toHaveCount(0);
  await page.getByRole("link", { name: `Prescription from ${doctor.name}` }).click();
  await expect(page).toHaveURL(/\/patient\/records\/prescriptions\//);
  await page.goto("/patient/records/access");
  // Among one's own accesses of the day, which are folded into one line.
  await expect(page.getByText(/opened the timeline/).first()).toBeAttached();
});

test("who only books for someone sees their visits on the timeline, and nothing of the record", async ({ openAs }) => {
  const [doctor, patient, helper] = [await newDoctor(), await newPatient(), await newPatient()];
  await signedNote(doctor, patient, "Rest", [], ["Amoxicillin"]);
  const invitation = { email: helper.account.email, relation: "OTHER", scope: "BOOK" };
  await patient.api.post(`/api/patients/${patient.patientId}/access/invitations`, invitation);
  const page = await openAs(helper.account);
  await page.goto(await mailedLink(await openAs("admin"), helper.account.email, /invited to help someone/));
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You act for 1 person");
  await page.goto("/patient/records");
  await page.getByRole("navigation", { name: "Whose records" }).getByRole("link", { name: patient.name }).click();
  await expect(page.getByRole("link", { name: `Visit to ${doctor.name}` })).toBeVisible();
  await expect(page.getByRole("link", { name: /Prescription from/ })).toHaveCount(0);
});
