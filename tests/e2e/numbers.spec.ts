import { bookedVisit } from "./support/booking";
import { expect, expectNoAxeViolations, signIn, test } from "./support/fixtures";
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

test("a desk reaches the stays and calls behind its numbers", async ({ page }) => {
  await signIn(page, "hospital");
  await page.goto("/hospital/numbers/report");
  await page.getByRole("link", { name: "Length of stay, on average" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Discharges" })).toBeVisible();
  const discharges = page.getByRole("table", { name: "Discharges" });
  await expect(discharges.getByRole("columnheader", { name: "Length of stay" })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("link", { name: "Ambulance calls" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ambulance calls" })).toBeVisible();
  await expect(page).toHaveURL(/what=calls&from=/);
  await page.getByRole("link", { name: "Discharges" }).click();
  await discharges.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/hospital\/beds\/[0-9a-f-]{36}/);
});
