import { expect, type Page } from "@playwright/test";
import { Api, callApi } from "./api";
import { secret } from "./ledger";
import { admin, newcomer, newPatient, type Person } from "./people";

export type Hospital = Person & { id: string; slug: string; hospitalName: string };

/** A new listed hospital, with its manager's account; on the map where a place is given. */
export async function newHospital(
  timeZone = "Europe/Berlin",
  place: { latitude?: number; longitude?: number } = {},
): Promise<Hospital> {
  const { name, email, password } = newcomer();
  const account = { email, password };
  const hospitalName = secret(`Infirmary of ${name}`);
  const body = {
    kind: "hospital",
    name,
    ...account,
    hospital: { name: hospitalName, timeZone, city: "Elsewhere", ...place },
  };
  const { status, body: made } = await callApi<{ hospital: { id: string; slug: string } }>("POST", "/api/accounts", {
    body,
  });
  expect(status, "sign-up of a hospital").toBe(201);
  await admin.post(`/api/admin/hospitals/${made.hospital.id}/verify`);
  return { account, name, api: new Api(account), id: made.hospital.id, slug: secret(made.hospital.slug), hospitalName };
}

/** The link in the newest mail to an address, read in the outbox as an administrator; as a path. */
export async function mailedLink(adminPage: Page, email: string, subject: RegExp): Promise<string> {
  const mail = adminPage.getByRole("listitem").filter({ hasText: email }).filter({ hasText: subject }).first();
  await expect(async () => {
    await adminPage.goto("/admin/mail");
    await expect(mail).toBeVisible({ timeout: 500 });
  }).toPass();
  await mail.getByText(subject).click();
  const link = new URL((await mail.getByRole("link").getAttribute("href")) ?? "");
  secret(link.pathname.split("/").at(-1) ?? "");
  return link.pathname;
}

/** Someone who works at the hospital's front desk and does not manage it. */
export async function newCoordinator(
  hospital: Hospital,
  adminPage: Page,
  openAs: (who: Person["account"]) => Promise<Page>,
): Promise<Person> {
  const person = await newPatient();
  await hospital.api.post(`/api/hospitals/${hospital.id}/staff`, { email: person.account.email, role: "COORDINATOR" });
  const page = await openAs(person.account);
  await page.goto(await mailedLink(adminPage, person.account.email, /invites you to its staff/));
  await page.getByRole("button", { name: "Join the staff" }).click();
  await expect(page).toHaveURL(/\/hospital$/);
  return person;
}

/** Chooses someone in an open dialog's picker by the start of a name. */
export async function pick(page: Page, field: string, searchField: string, name: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: /Invite a doctor|Ask to join/ });
  await dialog.getByRole("combobox", { name: field }).click();
  await page.getByRole("combobox", { name: searchField }).fill(name);
  await page.getByRole("option", { name }).click();
}

export async function inviteByName(page: Page, name: string, message = ""): Promise<void> {
  await page.getByRole("button", { name: "Invite a doctor" }).click();
  await pick(page, "Doctor", "Type the doctor's name", name);
  if (message) await page.getByRole("textbox", { name: /^Message/ }).fill(secret(message));
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByRole("dialog", { name: "Invite a doctor" })).toHaveCount(0);
}

/** A step's button, whose other side only screen readers hear. */
export const stepFor = (page: Page, step: string, who: string) =>
  page.getByRole("button", { name: new RegExp(`^${step} ?:? ${who}$`) });

export const rowOf = (page: Page, list: string, name: string) =>
  page.getByRole("list", { name: list }).getByRole("listitem").filter({ hasText: name });
