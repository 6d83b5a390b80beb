import { chromium, type Page } from "@playwright/test";
import { cookieName } from "@/lib/platform/auth/cookie-name";
import { signAccessToken } from "@/lib/platform/auth/access-token";
import { db } from "@/lib/platform/db/db";
import { BROWSER_ARGS, findBrowser } from "@/tests/e2e/support/browser";
import { openLive } from "@/tests/e2e/support/live";
import { createAppointment, createDoctor, createPatient, inDays } from "@/tests/support/factories";
import { signedIn } from "@/tests/support/sessions";
import { percentile } from "./client";
import { makePatients } from "./people";
import type { BenchStack } from "./stack";
import { say } from "@/scripts/process/say";

const ROUNDS = 40;

type Waiting = { patientId: string; userId: string };

/** From the answer to a cancellation to the time on offer on the open page of the person who waits for it. */
export async function benchWaitlist({ baseUrl }: BenchStack): Promise<void> {
  const [patient] = await makePatients(1);
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_ARGS });
  try {
    const context = await browser.newContext();
    const token = await signedIn({ id: patient!.userId });
    await context.addCookies([{ name: cookieName("session"), value: token, url: baseUrl }]);
    const page = await context.newPage();
    await openLive(page, `${baseUrl}/patient/waitlist`);
    const times: number[] = [];
    for (let day = 1; day <= ROUNDS; day++) times.push(await once(baseUrl, page, patient!, day));
    say(
      `slot freed to offer on another client's page: median ${percentile(times, 0.5).toFixed(0)} ms, ` +
        `p95 ${percentile(times, 0.95).toFixed(0)} ms (1,000 at most wanted), slowest ${Math.max(...times).toFixed(0)} ms over ${ROUNDS} offers`,
    );
  } finally {
    await browser.close();
  }
}

/** A doctor with one time, which someone gives up while the patient waits for it. */
async function once(baseUrl: string, page: Page, { patientId, userId }: Waiting, day: number): Promise<number> {
  const [startsAt, endsAt] = [inDays(day, "09:00"), inDays(day, "09:30")];
  const date = startsAt.toISOString().slice(0, 10);
  const exceptions = [{ kind: "add", date, intervals: [{ start: "09:00", end: "09:30" }] }];
  const { doctor, user, schedule } = await createDoctor({ schedule: { rules: [], exceptions } });
  const { patient } = await createPatient();
  const of = { doctorId: doctor.id, patientId: patient.id };
  const visit = await createAppointment(of, { scheduleId: schedule!.id, startsAt, endsAt });
  const dates = { fromOn: inDays(0), toOn: inDays(ROUNDS + 1), overAt: inDays(ROUNDS + 2) };
  await db.waitlistEntry.create({ data: { doctorId: doctor.id, patientId, joinedById: userId, ...dates } });
  // No named function in here: the compiler would wrap it in a helper that the page does not have.
  const shown = page.evaluate(
    (card) =>
      new Promise<number>((resolve) => {
        new MutationObserver((_changes, observer) => {
          if (!document.querySelector(card)) return;
          observer.disconnect();
          resolve(Date.now());
        }).observe(document.body, { subtree: true, childList: true, attributes: true });
      }),
    `section[aria-label="An earlier time with ${doctor.name}"]`,
  );
  const headers = { ...(await bearer(user.id)), "Content-Type": "application/json" };
  const body = JSON.stringify({ status: "CANCELLED", reason: "Ill" });
  const answer = await fetch(`${baseUrl}/api/appointments/${visit.id}/status`, { method: "PUT", headers, body });
  if (answer.status !== 200) throw new Error(`cancelling answered ${answer.status}`);
  const freed = Date.now();
  const offeredAt = await shown;
  const { id } = await db.waitlistOffer.findFirstOrThrow({ where: { doctorId: doctor.id }, select: { id: true } });
  await fetch(`${baseUrl}/api/waitlist/offers/${id}/decline`, { method: "POST", headers: await bearer(userId) });
  return Math.max(0, offeredAt - freed);
}

async function bearer(userId: string): Promise<{ Authorization: string }> {
  return { Authorization: `Bearer ${await signAccessToken(userId, 0)}` };
}
