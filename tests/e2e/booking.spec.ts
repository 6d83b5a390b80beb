import { bookedVisit, bookOnPage, entryOf, slotAtHospital, stepButton } from "./support/booking";
import { expect, test } from "./support/fixtures";
import { markLoaded, openLive } from "./support/live";
import { newDoctor, newPatient } from "./support/people";
import { bookingPath, slotButton, someSlot } from "./support/slots";

test("a booking shows at once on the doctor's and the hospital's open pages, and its confirmation on the patient's", async ({
  openAs,
}) => {
  const patient = await newPatient();
  const { doctor, slot, dateThere } = await slotAtHospital();
  const [doctorPage, deskPage, patientPage] = [
    await openAs("doctor"),
    await openAs("hospital"),
    await openAs(patient.account),
  ];
  await openLive(doctorPage, "/doctor");
  await openLive(deskPage, `/hospital/appointments?date=${dateThere}`);
  const expectStillThere = [await markLoaded(doctorPage), await markLoaded(deskPage)];

  await bookOnPage(patientPage, doctor.slug, slot, "Sore throat since Monday morning");
  await expect(patientPage.getByRole("heading", { name: "Requested" })).toBeVisible();

  await expect(entryOf(doctorPage, patient)).toContainText("Sore throat since Monday morning");
  await expect(entryOf(deskPage, patient)).toContainText("Waiting for confirmation");
  await patientPage.getByRole("link", { name: "View appointment" }).click();
  await expect(patientPage.getByRole("heading", { level: 1 })).toHaveText(/^You requested an appointment/);

  await stepButton(doctorPage, "Confirm", patient).click();

  await expect(patientPage.getByRole("heading", { level: 1 })).toHaveText(/^Your appointment is /);
  await expect(patientPage.getByRole("main")).toContainText("Confirmed");
  await expect(entryOf(deskPage, patient)).toContainText("Confirmed");
  await expect(stepButton(doctorPage, "Confirm", patient)).toHaveCount(0);
  for (const expectThat of expectStillThere) await expectThat();
});

test("where the practice confirms automatically, a booking is confirmed at once", async ({ page, openAs }) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const doctorPage = await openAs(doctor.account);
  await openLive(doctorPage, "/doctor");
  await expect(doctorPage.getByText("Nothing booked today")).toBeVisible();
  const slot = await someSlot(doctor.id);

  const patientPage = await openAs(patient.account);
  await bookOnPage(patientPage, doctor.slug, slot);
  await expect(patientPage.getByRole("heading", { name: "Booked" })).toBeVisible();
  await expect(entryOf(doctorPage, patient)).toContainText("Confirmed");

  await page.goto(bookingPath(doctor.slug, slot));
  await expect(page.getByRole("radiogroup", { name: "Day" })).toBeVisible();
  await expect(slotButton(page, slot)).toHaveCount(0);
});

test("a booking refreshes an open page and does nothing else", async ({ openAs }) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const page = await openAs(doctor.account);
  await openLive(page, "/doctor");
  const read: string[] = [];
  page.on("request", (request) => {
    if (request.headers().rsc) read.push(new URL(request.url()).pathname);
  });
  await bookedVisit(doctor, patient);
  await expect(entryOf(page, patient).first()).toBeVisible();
  expect(new Set(read)).toEqual(new Set(["/doctor"]));
});

test("a visitor who chose a time signs in and continues with that time", async ({ page }) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const slot = await someSlot(doctor.id, { from: 2 });
  await page.goto(bookingPath(doctor.slug, slot));
  await slotButton(page, slot).click();
  await expect(page.getByText("Sign in to continue.")).toBeVisible();
  await page.getByRole("textbox", { name: "Email" }).fill(patient.account.email);
  await page.getByLabel("Password", { exact: true }).fill(patient.account.password);
  await page.getByRole("button", { name: "Sign in" }).click();

  const dialog = page.getByRole("dialog", { name: "Book this time?" });
  await dialog.getByRole("button", { name: "Book", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Booked" })).toBeVisible();
});

test("a booking rings the doctor's bell", async ({ openAs }) => {
  const [doctor, patient] = [await newDoctor({ autoConfirm: false }), await newPatient()];
  const doctorPage = await openAs(doctor.account);
  await openLive(doctorPage, "/doctor");
  const bell = doctorPage.getByRole("button", { name: /^Notifications/ });
  // The notification that the profile was verified.
  await expect(bell).toHaveAccessibleName("Notifications, 1 unread");
  const slot = await someSlot(doctor.id, { from: 2 });
  await patient.api.post("/api/appointments", { doctorId: doctor.id, start: slot.start });
  await expect(bell).toHaveAccessibleName("Notifications, 2 unread");
});
