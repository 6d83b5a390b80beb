import { expect, type Page } from "@playwright/test";
import { secret } from "./ledger";
import { runningStack } from "./run-state";

export type Role = "patient" | "doctor" | "hospital" | "admin";
export type Account = { email: string; password: string };

const PASSWORD = "demo-care-sync";

/** The demo's accounts, one per portal. */
export const demoAccounts: Record<Role, Account> = {
  patient: { email: "patient@demo.test", password: PASSWORD },
  doctor: { email: "doctor@demo.test", password: PASSWORD },
  hospital: { email: "hospital@demo.test", password: PASSWORD },
  admin: { email: "admin@demo.test", password: PASSWORD },
};

type Cookies = Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>;
// Signed in once per role and run; a test that ends a session (sign-out, another sign-in, suspension) uses its own account.
const kept = new Map<Role, Cookies>();

/** Puts this page's browser into the role's session, without the form (which has its own test). */
export async function signIn(page: Page, role: Role): Promise<void> {
  const context = page.context();
  const cookies = kept.get(role);
  if (cookies) return context.addCookies(cookies);
  await signInAs(page, demoAccounts[role]);
  kept.set(role, await context.cookies());
}

/** Signs in any account over next-auth's own endpoints. */
export async function signInAs(page: Page, account: Account): Promise<void> {
  const { baseURL } = runningStack();
  const { request } = page.context();
  const csrf = (await (await request.get(`${baseURL}/api/auth/csrf`)).json()) as { csrfToken: string };
  const answer = await request.post(`${baseURL}/api/auth/callback/credentials`, {
    form: { ...account, csrfToken: csrf.csrfToken, json: "true" },
    headers: { origin: baseURL },
  });
  expect(answer.status(), "sign-in").toBeLessThan(400);
  expect(await answer.text(), "sign-in is accepted").not.toContain("error=");
  for (const { value } of await page.context().cookies()) if (value.length > 30) secret(value);
}
