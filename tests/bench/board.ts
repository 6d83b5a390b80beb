import { chromium, type Page } from "@playwright/test";
import { cookieName } from "@/lib/platform/auth/cookie-name";
import { BROWSER_ARGS, findBrowser } from "@/tests/e2e/support/browser";
import { openLive } from "@/tests/e2e/support/live";
import { signedIn } from "@/tests/support/sessions";
import { createBed, createHospital, createStaff, createWard } from "@/tests/support/factories";
import { percentile } from "./client";
import type { BenchStack } from "./stack";
import { say } from "@/scripts/process/say";

const OPERATIONS = 50;
const WARDS = 4;
const BEDS = 25;

/** From an operation's answer in one browser to the changed bed on the open board of another: a hundred beds. */
export async function benchBoard({ baseUrl }: BenchStack): Promise<void> {
  const hospital = await createHospital();
  const { user } = await createStaff(hospital.id, "COORDINATOR");
  const beds: string[] = [];
  for (let n = 0; n < WARDS; n++) {
    const ward = await createWard(hospital.id, { name: `Ward ${n}` });
    for (let bed = 1; bed <= BEDS; bed++)
      beds.push((await createBed(hospital.id, { ward, over: { label: `${bed}` } })).id);
  }
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_ARGS });
  try {
    const token = await signedIn(user);
    const [worker, watcher] = await Promise.all(
      ["/hospital/settings", "/hospital/beds"].map(async (path) => {
        const context = await browser.newContext();
        await context.addCookies([{ name: cookieName("session"), value: token, url: baseUrl }]);
        const page = await context.newPage();
        await (path === "/hospital/beds" ? openLive(page, `${baseUrl}${path}`) : page.goto(`${baseUrl}${path}`));
        return page;
      }),
    );
    await watcher!.waitForSelector(`[data-bed="${beds[0]}"]`);
    const times: number[] = [];
    for (let n = 0; n < OPERATIONS; n++) times.push(await once(worker!, watcher!, beds[(n * 7) % beds.length]!));
    say(
      `operation to changed board in another browser: median ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms ` +
        `(300 at most wanted), slowest ${Math.max(...times).toFixed(0)} ms over ${OPERATIONS} operations on ${beds.length} beds`,
    );
  } finally {
    await browser.close();
  }
}

/** Takes a bed out of service in one browser; milliseconds from the answer until the other one shows it. */
async function once(worker: Page, watcher: Page, bedId: string): Promise<number> {
  // No named function in here: the compiler would wrap it in a helper that the page does not have.
  const shown = watcher.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        new MutationObserver((_changes, observer) => {
          if (!document.querySelector(wanted)) return;
          observer.disconnect();
          resolve(Date.now());
        }).observe(document.body, { subtree: true, childList: true, attributes: true });
      }),
    `[data-bed="${bedId}"][data-condition="OUT_OF_SERVICE"]`,
  );
  const committed = await worker.evaluate(async (id) => {
    const answer = await fetch(`/api/beds/${id}`, {
      method: "PATCH",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ state: "OUT_OF_SERVICE", reason: "Repair" }),
    });
    if (answer.status !== 200) throw new Error(`the bed's change answered ${answer.status}`);
    return Date.now();
  }, bedId);
  return Math.max(0, (await shown) - committed);
}
