import type { Page } from "@playwright/test";
import { bookedVisit } from "./support/booking";
import { expect, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { openLive } from "./support/live";
import { newDoctor, newPatient } from "./support/people";

const NOTE = {
  Reason: "Wakes at four",
  Subjective: "Sleeps badly since the move.",
  Objective: "Pulse 64, pressure 118 over 76.",
  Assessment: "Strain of the last months.",
  Plan: "A walk every evening, and back in three weeks.",
} as const;

// The browser's own messages while offline, and for the answer that is lost.
test.use({ allowedErrors: /ERR_INTERNET_DISCONNECTED|WebSocket|ERR_FAILED/ });

async function write(page: Page, part: keyof typeof NOTE): Promise<void> {
  const field = page.getByRole("textbox", { name: part, exact: true });
  // A click hydrates this part of the page first.
  await field.click();
  await field.fill(secret(NOTE[part]));
}
const status = (page: Page, text: RegExp) => page.getByRole("status").filter({ hasText: text });
const saved = (page: Page) => expect(status(page, /^Saved \d\d:\d\d/)).toBeVisible();
const notSaved = (page: Page) => expect(status(page, /^Not saved yet/)).toBeVisible();

/** Lets the next write reach the server, and its answer never come back; resolves when the server has stored it. */
async function loseAnswer(page: Page): Promise<{ stored: Promise<void> }> {
  let store = () => {};
  const stored = new Promise<void>((resolve) => (store = resolve));
  const isWrite = (url: URL) => url.pathname.startsWith("/doctor/visits/");
  await page.route(isWrite, async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
    await page.context().setOffline(true);
    await route.abort();
    await page.unroute(isWrite);
    store();
  });
  return { stored };
}

test("of a note written while the network is cut twice, before a write and after it, nothing is lost", async ({
  openAs,
}) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const { id } = await bookedVisit(doctor, patient);
  await doctor.api.put(`/api/appointments/${id}/status`, { status: "IN_PROGRESS" });
  const [page, patientPage] = [await openAs(doctor.account), await openAs(patient.account)];
  await openLive(page, `/doctor/visits/${id}`);
  await write(page, "Reason");
  await saved(page);

  await page.context().setOffline(true);
  await write(page, "Subjective");
  await notSaved(page);
  await write(page, "Objective");
  await page.context().setOffline(false);
  await saved(page);

  const { stored } = await loseAnswer(page);
  await write(page, "Assessment");
  await stored;
  await notSaved(page);
  await write(page, "Plan");
  await page.context().setOffline(false);
  await saved(page);
  for (const part of Object.keys(NOTE) as (keyof typeof NOTE)[])
    await expect(page.getByRole("textbox", { name: part, exact: true })).toHaveValue(NOTE[part]);

  await page.getByRole("button", { name: "Sign and complete" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Sign and complete" }).click();
  await expect(page.getByText("Signed. The patient can read it now.")).toBeVisible();
  await patientPage.goto(`/patient/visits/${id}`);
  for (const text of Object.values(NOTE)) await expect(patientPage.getByText(text)).toBeVisible();
});
