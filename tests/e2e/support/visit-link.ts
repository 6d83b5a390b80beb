import { expect, type Page } from "@playwright/test";
import { bookedVisit, type Appointment } from "./booking";
import { secret } from "./ledger";
import { newDoctor, newPatient, type Patient } from "./people";

/** The link in the newest reminder to an address, read in the outbox as an administrator. */
export function remindedLink(adminPage: Page, email: string): Promise<string> {
  return linkIn(adminPage, email, "A reminder from CareSync");
}

/** The link in the newest mail to an address that asks for another time. */
export function newTimeLink(adminPage: Page, email: string): Promise<string> {
  return linkIn(adminPage, email, "A change to an appointment");
}

async function linkIn(adminPage: Page, email: string, subject: string): Promise<string> {
  const mail = adminPage.getByRole("listitem").filter({ hasText: email }).filter({ hasText: subject });
  await expect(async () => {
    await adminPage.goto("/admin/mail");
    await expect(mail.first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await mail.first().getByText(subject).click();
  const link = (await mail.first().getByRole("link").getAttribute("href")) ?? "";
  secret(link.split("#")[1] ?? "");
  return link;
}

/** An appointment in two days, whose patient the doctor reminds now. */
export async function remindedVisit(): Promise<{ patient: Patient; visit: Appointment }> {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const visit = await bookedVisit(doctor, patient, { from: 30 });
  await doctor.api.post(`/api/appointments/${visit.id}/reminders`);
  return { patient, visit };
}
