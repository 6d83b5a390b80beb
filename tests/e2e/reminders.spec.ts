import { bookedVisit } from "./support/booking";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { openLive } from "./support/live";
import { newDoctor, newPatient } from "./support/people";
import { remindedLink } from "./support/visit-link";

const PHONE = { width: 390, height: 844 };

test("a visit is booked, its patient reminded, and by the link it is confirmed, moved and then out of reach", async ({
  openAs,
}) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const visit = await bookedVisit(doctor, patient, { from: 30 });
  const page = await openAs(doctor.account);
  await openLive(page, `/doctor/visits/${visit.id}`);
  await page.getByRole("button", { name: "Send a reminder" }).click();
  await expect(page.getByText("Reminder sent")).toBeVisible();
  const link = await remindedLink(await openAs("admin"), patient.account.email);

  // A program that follows the link learns nothing and changes nothing.
  const followed = await page.request.get(link);
  expect(followed.headers()["cache-control"]).toContain("no-store");
  expect(await followed.text()).not.toContain(patient.name);
  await expect(page.getByText("The patient hasn’t confirmed yet that they will come.")).toBeVisible();

  const phone = await openAs();
  await phone.setViewportSize(PHONE);
  await phone.goto(link);
  await phone.getByRole("button", { name: "I’ll be there" }).click();
  await expect(phone.getByText("The practice sees that you’ll be there.")).toBeVisible();
  await expectNoAxeViolations(phone);
  await expect(page.getByText("Patient confirmed")).toBeVisible();

  await phone.getByRole("button", { name: "Choose another time" }).click();
  await phone.locator("button[data-slot]").last().click();
  await expectNoAxeViolations(phone);
  await phone.getByRole("button", { name: /^Reschedule to / }).click();
  await expect(phone.getByText("You’ll be reminded of the new time.")).toBeVisible();
  await expect(page.getByText("The patient hasn’t confirmed yet that they will come.")).toBeVisible();
  const { start } = await doctor.api.get<{ start: string }>(`/api/appointments/${visit.id}`);
  expect(start).not.toBe(visit.start);

  await phone.reload();
  await expect(phone.getByText("This appointment has another time already")).toBeVisible();
});
