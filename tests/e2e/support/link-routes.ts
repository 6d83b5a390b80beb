import { Api } from "./api";
import { mailedLink } from "./invitations";
import { secret } from "./ledger";
import { accountId, admin, newcomer, newPatient } from "./people";
import { resetLink } from "./reset-link";
import type { People, Route } from "./routes";
import { demoAccounts } from "./sign-in";
import { remindedLink, remindedVisit } from "./visit-link";

const hospital = () => new Api(demoAccounts.hospital);

/** The link to choose a new password. */
async function linkForNewPassword({ page, openAs }: People): Promise<string> {
  const { account } = await newPatient();
  await page.goto("/reset-password");
  return new URL(await resetLink(page, await openAs("admin"), account.email)).pathname;
}

/** The link that asks for consent to another address. */
async function consentLink({ openAs }: People): Promise<string> {
  const [{ account }, { email }] = [await newPatient(), newcomer()];
  await admin.post(`/api/admin/users/${await accountId(account.email)}/email-change`, { email, reason: "By phone" });
  return mailedLink(await openAs("admin"), email, /Use this address for your/);
}

/** The link in the mail to someone invited to the staff of the demo hospital. */
async function staffLink({ openAs }: People): Promise<string> {
  const { hospital: place } = await hospital().get<{ hospital: { id: string } }>("/api/me");
  const { email } = newcomer();
  await hospital().post(`/api/hospitals/${place.id}/staff`, { email, role: "COORDINATOR" });
  return mailedLink(await openAs("admin"), email, /invites you to its staff/);
}

/** The link in the mail to someone invited to act for a new patient. */
async function familyLink({ openAs }: People): Promise<string> {
  const [{ email }, patient] = [newcomer(), await newPatient()];
  await patient.api.post(`/api/patients/${patient.patientId}/access/invitations`, { email, relation: "SPOUSE" });
  return mailedLink(await openAs("admin"), email, /invited to help someone/);
}

/** The link in the mail to a doctor invited by the demo hospital. */
async function linkOfInvitation({ openAs }: People): Promise<string> {
  const { email } = newcomer();
  const { hospital: place } = await hospital().get<{ hospital: { id: string } }>("/api/me");
  await hospital().post(`/api/hospitals/${place.id}/invitations`, { email, message: "Come and see us." });
  return mailedLink(await openAs("admin"), email, /invites you on CareSync/);
}

/** A link to parts of a new patient's record. */
async function recordLink(): Promise<string> {
  const { api, patientId } = await newPatient();
  await api.post(`/api/patients/${patientId}/allergies`, { substance: "Latex", category: "OTHER" });
  await api.post(`/api/patients/${patientId}/conditions`, { name: "Asthma" });
  const parts = ["ALLERGIES", "CONDITIONS", "MEDICINES", "MEASUREMENTS", "VISITS"];
  const { url } = await api.post<{ url: string }>(`/api/patients/${patientId}/links`, {
    parts,
    minutes: 60,
    maxDevices: 5,
  });
  secret(url.split("#")[1] ?? "");
  return url;
}

/** What such a link opens, in this browser. */
async function openedRecord({ page }: People): Promise<string> {
  await page.goto(await recordLink());
  await page.getByRole("button", { name: "Open the record" }).click();
  await page.waitForURL(/\/shared-record\/[^#]+$/);
  return new URL(page.url()).pathname;
}

const ofDemo = async () =>
  `/api/hospitals/${(await hospital().get<{ hospital: { id: string } }>("/api/me")).hospital.id}`;

/** A screen on the wall of the demo hospital. */
async function displayAddress(): Promise<string> {
  const { url } = await hospital().post<{ url: string }>(`${await ofDemo()}/waiting-displays`, { name: "Entrance" });
  secret(url.split("#")[1] ?? "");
  return `/waiting-display${new URL(url).hash}`;
}

/** What such a screen shows, in this browser. */
async function openedDisplay({ page }: People): Promise<string> {
  await page.goto(await displayAddress());
  await page.waitForURL(/\/waiting-display\/[^#]+$/);
  return new URL(page.url()).pathname;
}

/** Where the code at the demo hospital's entrance leads. */
async function entrance(): Promise<string> {
  const { url } = await hospital().post<{ url: string }>(`${await ofDemo()}/arrival-code`, {});
  return new URL(url).pathname;
}

/** The link in a reminder, with its secret. */
async function appointmentLink({ openAs }: People): Promise<string> {
  const { patient } = await remindedVisit();
  const { pathname, hash } = new URL(await remindedLink(await openAs("admin"), patient.account.email));
  return `${pathname}${hash}`;
}

/** The pages that a link leads to. */
export const LINK_ROUTES: Record<string, Route> = {
  "/staff-invitations/[token]": { path: staffLink },
  "/family-invitations/[token]": { path: familyLink },
  "/email-changes/[token]": { path: consentLink },
  "/reset-password/[token]": { path: linkForNewPassword },
  "/invitations/[token]": { path: linkOfInvitation },
  "/shared-record": { path: async () => `/shared-record${new URL(await recordLink()).hash}` },
  "/shared-record/[link]": { path: openedRecord },
  "/waiting-display": { path: displayAddress },
  "/waiting-display/[display]": { path: openedDisplay },
  "/patient/arrive/[code]": { as: "patient", path: entrance },
  "/your-appointment": { path: appointmentLink },
};
