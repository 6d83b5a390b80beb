import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { openLive } from "./support/live";
import { newDoctor, newPatient, type Doctor, type Patient } from "./support/people";
import { asOwner, canBreakStack, NOT_OUR_STACK } from "./support/processes";
import { someSlots } from "./support/slots";

// Only against a stack someone else started (E2E_BASE_URL); npm test runs it.
test.skip(() => !canBreakStack(), NOT_OUR_STACK);

type Visit = { id: string; start: string };

/** A visit booked while the place's clock was thought to be an hour fast: it was promised an hour later. */
async function shiftedVisit(doctor: Doctor, patient: Patient, start: string): Promise<Visit> {
  const visit = await patient.api.post<Visit>("/api/appointments", { doctorId: doctor.id, start });
  await asOwner(
    `UPDATE "Appointment" SET "promisedOffsetMinutes" = "promisedOffsetMinutes" + 60 WHERE "id" = '${visit.id}'`,
  );
  return visit;
}

const list = (page: Page) => page.getByRole("list", { name: "Appointments with a new local time" });
const rowOf = (page: Page, { name }: Patient) => list(page).getByRole("listitem").filter({ hasText: name });
const hourLater = (start: string) => new Date(Date.parse(start) + 3_600_000).toISOString().replace(".000Z", "Z");

test("after a rule change the doctor keeps one visit and moves another to its promised time", async ({ openAs }) => {
  const [doctor, kept, moved] = [await newDoctor(), await newPatient(), await newPatient()];
  const slots = await someSlots(doctor.id, 12, { from: 2 });
  const [one, other] = [
    await shiftedVisit(doctor, kept, slots[0]!.start),
    await shiftedVisit(doctor, moved, slots[6]!.start),
  ];
  const doctorPage = await openAs(doctor.account);
  await openLive(doctorPage, "/doctor");
  const part = doctorPage.getByRole("region", { name: "2 appointments have a new local time" });
  await expect(part).toContainText("Patients still expect the original time.");
  await expect(rowOf(doctorPage, kept)).toContainText(/promised for \d\d:\d\d, now \d\d:\d\d in /);
  await expectNoAxeViolations(doctorPage);

  // By keyboard as well as by mouse.
  await rowOf(doctorPage, kept)
    .getByRole("button", { name: /^Keep / })
    .press("Enter");
  await expect(doctorPage.getByText("The patient gets a notification.")).toBeVisible();
  await expect(rowOf(doctorPage, kept)).toHaveCount(0);
  await rowOf(doctorPage, moved)
    .getByRole("button", { name: /^Move to / })
    .click();
  await expect(list(doctorPage)).toHaveCount(0);
  expect((await kept.api.get<Visit>(`/api/appointments/${one.id}`)).start).toBe(one.start);
  expect((await moved.api.get<Visit>(`/api/appointments/${other.id}`)).start).toBe(hourLater(other.start));

  const patientPage = await openAs(kept.account);
  await patientPage.goto("/patient/notifications");
  await expect(patientPage.getByRole("main")).toContainText("The local time of your appointment has changed");
});

test("a conflict at the promised time is reported, also on the page of all shifted visits", async ({ openAs }) => {
  const [doctor, first, second] = [await newDoctor(), await newPatient(), await newPatient()];
  const slots = await someSlots(doctor.id, 12, { from: 2 });
  const shifted = await shiftedVisit(doctor, first, slots[0]!.start);
  await second.api.post("/api/appointments", { doctorId: doctor.id, start: hourLater(slots[0]!.start) });
  const page = await openAs(doctor.account);
  await openLive(page, "/doctor/shifted");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 appointment has a new local time");
  await rowOf(page, first)
    .getByRole("button", { name: /^Move to / })
    .click();
  await expect(
    page.getByText("There's another appointment at this time. If it has to move too, move it first."),
  ).toBeVisible();
  await expect(rowOf(page, first)).toHaveCount(1);
  await rowOf(page, first)
    .getByRole("button", { name: /^Keep / })
    .click();
  await expect(page.getByText("All appointments are at the agreed time")).toBeVisible();
  expect((await first.api.get<Visit>(`/api/appointments/${shifted.id}`)).start).toBe(shifted.start);
});
