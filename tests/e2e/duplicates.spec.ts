import type { Page } from "@playwright/test";
import { openDesk } from "./support/desk";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { newPatient } from "./support/people";
import { freeSlots } from "./support/slots";

/** A desk's record of someone who also has an account and a visit there. */
async function twoRecords() {
  const { hospital, doctor } = await openDesk();
  const patient = await newPatient();
  const slot = (await freeSlots(doctor.id, { from: 24 })).find(({ hospitalId }) => hospitalId === hospital.id);
  await patient.api.post("/api/appointments", { doctorId: doctor.id, hospitalId: hospital.id, start: slot?.start });
  const walkIn = { patient: { name: patient.name, phone: secret("+49 30 5550177") }, checkIn: false };
  const visit = await hospital.api.post<{ id: string }>(`/api/hospitals/${hospital.id}/walk-ins`, walkIn);
  return { hospital, doctor, patient, visit };
}

const merge = async (page: Page) => {
  await page.getByRole("button", { name: "Merge records" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Merge records" }).click();
};

test("the desk merges two records of one person, everyone sees it at once, and it comes apart again", async ({
  openAs,
}) => {
  const { hospital, doctor, patient, visit } = await twoRecords();
  const theirs = await openAs(patient.account);
  await theirs.goto("/patient/visits");
  await expect(theirs.getByRole("link", { name: /Dr/ })).toHaveCount(1);

  const { patientId: sourceId } = await hospital.api.get<{ patientId: string }>(`/api/appointments/${visit.id}`);
  const doctors = await openAs(doctor.account);
  await doctors.goto(`/doctor/patients/${sourceId}`);

  const desk = await openAs(hospital.account);
  await desk.goto("/hospital/duplicates");
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("1 likely duplicate");
  await expectNoAxeViolations(desk);
  await desk.getByRole("link", { name: /^Compare/ }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Are these the same person?");
  await expectNoAxeViolations(desk);
  await merge(desk);
  await expect(desk.getByText("Records merged")).toBeVisible();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("No likely duplicates");

  // The doctor's open page of the merged record becomes the other one's.
  await expect(doctors).toHaveURL(new RegExp(`/doctor/patients/${patient.patientId}$`));
  // The patient's open page follows, and says so in words.
  await expect(theirs.getByRole("link", { name: /Dr/ })).toHaveCount(2);
  await theirs.goto("/patient/records/access");
  await expect(theirs.getByText("merged another record into this one")).toBeVisible();
  const appointment = await hospital.api.get<{ patientId: string }>(`/api/appointments/${visit.id}`);
  expect(appointment.patientId).toBe(patient.patientId);

  await desk.getByRole("link", { name: "Merged", exact: true }).click();
  await desk.getByRole("button", { name: /^Undo the merge/ }).click();
  await desk.getByRole("alertdialog").getByRole("button", { name: "Undo merge" }).click();
  await expect(desk.getByRole("list", { name: "Merged records" })).toContainText("Undone");
  const apart = await hospital.api.get<{ patientId: string }>(`/api/appointments/${visit.id}`);
  expect(apart.patientId).not.toBe(patient.patientId);
});

test("two people with one name are told apart, and aren't suggested again until someone wants it", async ({
  openAs,
}) => {
  const { hospital } = await twoRecords();
  const desk = await openAs(hospital.account);
  await desk.goto("/hospital/duplicates");
  await desk.getByRole("link", { name: /^Compare/ }).click();
  await desk.getByRole("button", { name: "Different people" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("No likely duplicates");
  await desk.getByRole("link", { name: "Different people" }).click();
  await desk.getByRole("link", { name: /^Compare/ }).click();
  await desk.getByRole("button", { name: "Put back on the list" }).click();
  await expect(desk.getByRole("button", { name: "Different people" })).toBeVisible();
  await desk.getByRole("link", { name: "Duplicates" }).last().click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("1 likely duplicate");
});
