import { bookedVisit, entryOf, stepButton } from "./support/booking";
import { openDesk } from "./support/desk";
import { expect, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { openLive } from "./support/live";
import { newDoctor, newPatient } from "./support/people";
import { freeSlots } from "./support/slots";

const NOTE = {
  Subjective: "Sleeps badly since the move, wakes at four.",
  Objective: "Pulse 64, pressure 118 over 76.",
  Assessment: "Strain of the last months.",
  Plan: "A walk every evening, and back in three weeks.",
} as const;

test("a visit leads from the waiting room to the signed note, which its patient reads at once", async ({ openAs }) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const visit = await bookedVisit(doctor, patient, { reason: "Cannot sleep through the night" });
  const [doctorPage, patientPage] = [await openAs(doctor.account), await openAs(patient.account)];
  await openLive(patientPage, `/patient/visits/${visit.id}`);
  const patientsTitle = patientPage.getByRole("heading", { level: 1 });
  await doctorPage.goto("/doctor");

  await stepButton(doctorPage, "Check in", patient).click();
  await expect(patientsTitle).toHaveText("You're checked in");
  await expect(doctorPage.getByRole("region", { name: "Here now" })).toContainText(patient.name);

  await stepButton(doctorPage, "Start visit", patient).click();
  await expect(doctorPage).toHaveURL(`/doctor/visits/${visit.id}`);
  await expect(patientsTitle).toHaveText("Your visit is under way");
  await expect(doctorPage.getByRole("textbox", { name: "Reason" })).toHaveValue("Cannot sleep through the night");

  for (const [part, text] of Object.entries(NOTE))
    await doctorPage.getByRole("textbox", { name: part }).fill(secret(text));
  await expect(doctorPage.getByRole("status").filter({ hasText: /^Saved \d\d:\d\d/ })).toBeVisible();
  await expect(patientPage.getByText(NOTE.Plan)).toHaveCount(0);

  await doctorPage.getByRole("button", { name: "Sign and complete" }).click();
  await doctorPage.getByRole("alertdialog").getByRole("button", { name: "Sign and complete" }).click();
  await expect(doctorPage.getByText("Signed. The patient can read it now.")).toBeVisible();

  await expect(patientsTitle).toHaveText(/^Your visit was /);
  for (const text of Object.values(NOTE)) await expect(patientPage.getByText(text)).toBeVisible();
  await expect(patientPage.getByText(`Signed by ${doctor.name}`)).toBeVisible();
});

test("a note that is being written survives a reload", async ({ openAs }) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const visit = await bookedVisit(doctor, patient);
  await doctor.api.put(`/api/appointments/${visit.id}/status`, { status: "IN_PROGRESS" });
  const page = await openAs(doctor.account);
  await page.goto(`/doctor/visits/${visit.id}`);
  await page.getByRole("textbox", { name: "Assessment" }).fill(secret(NOTE.Assessment));
  await expect(page.getByRole("status").filter({ hasText: /^Saved \d\d:\d\d/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Assessment" })).toHaveValue(NOTE.Assessment);
});

test("what the front desk does shows on the doctor's and the patient's open pages", async ({ openAs }) => {
  const patient = await newPatient();
  const { hospital, doctor } = await openDesk({ autoConfirm: false });
  const slot = (await freeSlots(doctor.id, { from: 3, hours: 4 })).find(({ hospitalId }) => hospitalId === hospital.id);
  const wanted = { doctorId: doctor.id, patientId: patient.patientId, hospitalId: hospital.id, start: slot?.start };
  const { id } = await patient.api.post<{ id: string }>("/api/appointments", wanted);
  const [deskPage, doctorPage, patientPage] = [
    await openAs(hospital.account),
    await openAs(doctor.account),
    await openAs(patient.account),
  ];
  await openLive(doctorPage, "/doctor");
  await openLive(patientPage, `/patient/visits/${id}`);
  await deskPage.goto("/hospital/appointments");

  await stepButton(deskPage, "Confirm", patient).click();
  await expect(entryOf(deskPage, patient)).toContainText("Confirmed");
  await expect(patientPage.getByRole("heading", { level: 1 })).toHaveText(/^Your appointment is /);

  await stepButton(deskPage, "Check in", patient).click();
  await expect(patientPage.getByRole("heading", { level: 1 })).toHaveText("You're checked in");
  await expect(doctorPage.getByRole("region", { name: "Here now" })).toContainText(patient.name);
  await expect(entryOf(deskPage, patient)).toContainText("Checked in");
});
