import { Api } from "./api";
import { mailedLink } from "./invitations";
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

/** The pages that a link in a mail leads to. */
export const LINK_ROUTES: Record<string, Route> = {
  "/staff-invitations/[token]": { path: staffLink },
  "/family-invitations/[token]": { path: familyLink },
  "/reset-password/[token]": { path: linkForNewPassword },
  "/invitations/[token]": { path: linkOfInvitation },
};
