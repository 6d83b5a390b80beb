import { bookedVisit } from "./support/booking";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { newDoctor, newPatient } from "./support/people";
import { dateIn } from "./support/slots";

test("a doctor sees what was booked within seconds, compared with before, and the appointments behind it", async ({
  openAs,
}) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const visit = await bookedVisit(doctor, patient);
  const day = dateIn(doctor.timeZone, visit.start);
  const page = await openAs(doctor.account);
  await expect(async () => {
    await page.goto(`/doctor/numbers?from=${day}&to=${day}`);
    await expect(page.getByRole("heading", { level: 1, name: "1 appointment" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole("main")).toContainText("None before");
  await expectNoAxeViolations(page);

  const file = page.getByRole("link", { name: "CSV of Hours of the day" });
  const answer = await page.request.get((await file.getAttribute("href"))!);
  expect(answer.headers()["content-type"]).toBe("text/csv; charset=utf-8");
  expect(await answer.text()).toMatch(/^\ufeffhour,appointments,came,/);

  await page.getByRole("table", { name: "Hours of the day" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/doctor\/numbers\/appointments\?.*hour=/);
  await expect(page.getByRole("table", { name: "Appointments" })).toContainText(patient.name);
  await expectNoAxeViolations(page);
  await page.getByRole("link", { name: "Missed" }).click();
  await expect(page.getByRole("main")).toContainText("No such appointments");

  await page.getByRole("link", { name: "Numbers", exact: true }).first().click();
  await page.getByRole("link", { name: "A year" }).click();
  await expect(page).toHaveURL(/from=/);
});
