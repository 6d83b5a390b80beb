import { bookedVisit, entryOf, stepButton } from "./support/booking";
import { expect, test } from "./support/fixtures";
import { expectDefined } from "./support/expect-defined";
import { secret } from "./support/ledger";
import { openLive } from "./support/live";
import { newDoctor, newPatient } from "./support/people";
import { bookingPath, freeSlots, readersTime, slotButton } from "./support/slots";

test("a declined request tells its patient why, at once", async ({ openAs }) => {
  const [doctor, patient] = [await newDoctor({ autoConfirm: false }), await newPatient()];
  const visit = await bookedVisit(doctor, patient, { from: 2 });
  const [doctorPage, patientPage] = [await openAs(doctor.account), await openAs(patient.account)];
  await openLive(patientPage, `/patient/visits/${visit.id}`);
  await doctorPage.goto("/doctor");
  await stepButton(doctorPage, "Decline", patient).click();
  const dialog = doctorPage.getByRole("alertdialog", { name: "Decline this request?" });

  await dialog.getByRole("button", { name: "Decline" }).click();
  await expect(dialog.getByRole("textbox", { name: "Reason" })).toHaveAccessibleDescription(/Enter a reason/);
  await dialog.getByRole("textbox", { name: "Reason" }).fill(secret("Away at a congress all week"));
  await dialog.getByRole("button", { name: "Decline" }).click();

  await expect(patientPage.getByRole("heading", { level: 1 })).toHaveText("The practice declined this request");
  await expect(patientPage.getByText("Reason: Away at a congress all week")).toBeVisible();
  await expect(doctorPage.getByRole("region", { name: "Requests" })).toHaveCount(0);
});

test("a visit that its patient cancels leaves the doctor's open page, and its time is available again on others' pages", async ({
  page,
  openAs,
}) => {
  const [doctor, patient] = [await newDoctor({ autoConfirm: false }), await newPatient()];
  const visit = await bookedVisit(doctor, patient, { from: 2 });
  const [doctorPage, patientPage] = [await openAs(doctor.account), await openAs(patient.account)];
  await openLive(doctorPage, "/doctor");
  await expect(entryOf(doctorPage, patient).first()).toBeVisible();
  const slot = { ...visit, end: "", scheduleId: "", hospitalId: null, timeZone: doctor.timeZone };
  await openLive(page, bookingPath(doctor.slug, slot));
  await expect(slotButton(page, slot)).toHaveCount(0);

  await patientPage.goto(`/patient/visits/${visit.id}`);
  await patientPage.getByRole("button", { name: /^Cancel appointment/ }).click();
  await patientPage.getByRole("alertdialog").getByRole("button", { name: "Cancel appointment" }).click();

  await expect(patientPage.getByRole("heading", { level: 1 })).toHaveText("This appointment was cancelled");
  await expect(stepButton(doctorPage, "Confirm", patient)).toHaveCount(0);
  await expect(slotButton(page, slot)).toBeVisible();
});

test("a visit that its patient moves shows its new time on the doctor's open page", async ({ openAs }) => {
  const [doctor, patient] = [await newDoctor({ autoConfirm: false }), await newPatient()];
  const visit = await bookedVisit(doctor, patient, { from: 24 });
  const [doctorPage, patientPage] = [await openAs(doctor.account), await openAs(patient.account)];
  await openLive(doctorPage, "/doctor");
  await expect(entryOf(doctorPage, patient)).toContainText(readersTime(visit.start));
  const free = await freeSlots(doctor.id, { from: 24, hours: 48 });
  const other = expectDefined(
    free.find(({ start }) => readersTime(start) !== readersTime(visit.start)),
    "another free time",
  );

  await patientPage.goto(`/patient/visits/${visit.id}`);
  await patientPage.getByRole("link", { name: "Reschedule" }).click();
  await expect(patientPage.getByRole("heading", { level: 1 })).toHaveText("Choose another time");
  await patientPage.goto(`/patient/visits/${visit.id}/move?from=${bookingPath("", other).split("=").at(-1)}`);
  await slotButton(patientPage, other).click();
  await patientPage
    .getByRole("dialog", { name: "Reschedule your appointment?" })
    .getByRole("button", { name: "Reschedule" })
    .click();

  await expect(patientPage).toHaveURL(`/patient/visits/${visit.id}`);
  await expect(patientPage.getByText("Rescheduled. The practice has been notified.")).toBeVisible();
  await expect(entryOf(doctorPage, patient)).toContainText(readersTime(other.start));
});
