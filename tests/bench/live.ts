import { chromium } from "@playwright/test";
import { cookieName } from "@/lib/platform/auth/cookie-name";
import { BROWSER_ARGS, findBrowser } from "@/tests/e2e/support/browser";
import { openLive } from "@/tests/e2e/support/live";
import { signedIn } from "@/tests/support/sessions";
import { percentile } from "./client";
import { makeDoctors, makePatients } from "./people";
import type { BenchStack } from "./stack";
import { say } from "@/scripts/process/say";

const BOOKINGS = 50;

/** From a booking's answer in one browser to the slot gone from the open page of another. */
export async function benchLive({ baseUrl }: BenchStack): Promise<void> {
  const [patient] = await makePatients(1);
  const [doctor] = await makeDoctors(1);
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_ARGS });
  try {
    const [booking, watching] = await Promise.all([browser.newContext(), browser.newContext()]);
    const token = await signedIn({ id: patient!.userId });
    await booking.addCookies([{ name: cookieName("session"), value: token, url: baseUrl }]);
    const [booker, watcher] = await Promise.all([booking.newPage(), watching.newPage()]);
    await booker.goto(`${baseUrl}/sign-in`);
    await openLive(watcher, `${baseUrl}/doctors/${doctor!.slug}`);
    await watcher.waitForSelector("[data-slot]");
    const times: number[] = [];
    for (let i = 0; i < BOOKINGS; i++) times.push(await once(booker, watcher, doctor!.doctorId));
    say(
      `commit to changed page in another browser: median ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms ` +
        `(300 at most wanted), slowest ${Math.max(...times).toFixed(0)} ms over ${BOOKINGS} bookings`,
    );
  } finally {
    await browser.close();
  }
}

type Page = Awaited<
  ReturnType<Awaited<ReturnType<Awaited<ReturnType<typeof chromium.launch>>["newContext"]>>["newPage"]>
>;

async function once(booker: Page, watcher: Page, doctorId: string): Promise<number> {
  const start = await watcher.locator("[data-slot]").last().getAttribute("data-slot");
  // No named function in here: the compiler would wrap it in a helper that the page does not have.
  const gone = watcher.evaluate(
    (shown) =>
      new Promise<number>((resolve) => {
        if (!document.querySelector(shown)) return resolve(Date.now());
        new MutationObserver((_changes, observer) => {
          if (document.querySelector(shown)) return;
          observer.disconnect();
          resolve(Date.now());
        }).observe(document.body, { subtree: true, childList: true, attributes: true });
      }),
    `[data-slot="${start}"]`,
  );
  const committed = await booker.evaluate(
    async ([doctorId, start]) => {
      const answer = await fetch("/api/appointments", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ doctorId, start }),
      });
      if (answer.status !== 201) throw new Error(`booking answered ${answer.status}`);
      return Date.now();
    },
    [doctorId, start] as const,
  );
  return Math.max(0, (await gone) - committed);
}
