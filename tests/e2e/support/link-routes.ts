import { Api } from "./api";
import { mailedLink } from "./invitations";
import { secret } from "./ledger";
import { newcomer, newPatient } from "./people";
import { resetLink } from "./reset-link";
import type { People, Route } from "./routes";
import { demoAccounts } from "./sign-in";

const hospital = () => new Api(demoAccounts.hospital);

/** The link to choose a new password. */
async function linkForNewPassword({ page, openAs }: People): Promise<string> {
  const { account } = await newPatient();
  await page.goto("/reset-password");
  return new URL(await resetLink(page, await openAs("admin"), account.email)).pathname;
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

/** The pages that a link leads to. */
export const LINK_ROUTES: Record<string, Route> = {
  "/staff-invitations/[token]": { path: staffLink },
  "/family-invitations/[token]": { path: familyLink },
  "/reset-password/[token]": { path: linkForNewPassword },
  "/invitations/[token]": { path: linkOfInvitation },
  "/shared-record": { path: async () => `/shared-record${new URL(await recordLink()).hash}` },
  "/shared-record/[link]": { path: openedRecord },
};
