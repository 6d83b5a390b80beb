import type { CDPSession, Page } from "@playwright/test";
import { slotAtHospital } from "./support/booking";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { newPatient } from "./support/people";

test.use({
  serviceWorkers: "allow",
  // The browser's own messages while it is offline.
  allowedErrors: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket connection/,
});

/** Runs in the service worker: what it would have shown and opened, because this Chromium has no desktop to do it on. */
type Recording = ServiceWorkerGlobalScope & { shown: [string, NotificationOptions][]; opened: string[] };
type ServiceWorkerGlobalScope = EventTarget & {
  registration: { showNotification: (title: string, options: NotificationOptions) => Promise<void> };
  clients: { openWindow: (url: string) => Promise<unknown> };
};

/** Waits for the page's service worker, and returns its registration as Chromium's own tools number it. */
async function registrationOf(page: Page, cdp: CDPSession): Promise<string> {
  const found = new Promise<string>((resolve) =>
    cdp.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [one] = registrations;
      if (one) resolve(one.registrationId);
    }),
  );
  await cdp.send("ServiceWorker.enable");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  return found;
}

test("a push is shown without a name, and leads to its page", async ({ openAs, baseURL }) => {
  const page = await openAs((await newPatient()).account);
  await page.goto("/patient");
  const cdp = await page.context().newCDPSession(page);
  const registrationId = await registrationOf(page, cdp);
  const worker = page.context().serviceWorkers()[0];
  if (!worker) throw new Error("The portal has started no service worker.");
  await worker.evaluate(() => {
    const scope = self as unknown as Recording;
    [scope.shown, scope.opened] = [[], []];
    scope.registration.showNotification = async (...said) => void scope.shown.push(said);
    scope.clients.openWindow = async (url) => scope.opened.push(url);
  });

  const navigate = `${baseURL}/patient/visits`;
  const notification = { title: "CareSync", body: "Your appointment has a new time", navigate, tag: "a-visit" };
  const deliver = (data: string) =>
    cdp.send("ServiceWorker.deliverPushMessage", { origin: baseURL ?? "", registrationId, data });
  await deliver(JSON.stringify({ web_push: 8030, notification }));
  await deliver("not what this site sends");
  const shown = () => worker.evaluate(() => (self as unknown as Recording).shown);
  await expect.poll(async () => (await shown()).length).toBe(2);
  const [[title, options], [, unreadable]] = (await shown()) as [
    [string, NotificationOptions],
    [string, NotificationOptions],
  ];
  expect([title, options.body, options.tag]).toEqual(["CareSync", notification.body, "a-visit"]);
  expect(unreadable.body).toBe("There is something new");

  await worker.evaluate((data) => {
    const tapped = Object.assign(new Event("notificationclick"), {
      notification: { close: () => undefined, data },
      waitUntil: () => undefined,
    });
    self.dispatchEvent(tapped);
  }, options.data as unknown);
  await expect.poll(() => worker.evaluate(() => (self as unknown as Recording).opened)).toEqual([navigate]);
});

test("without a network any page shows the next appointment and emergency numbers, and comes back by itself", async ({
  openAs,
}) => {
  const [{ account, api, patientId }, { doctor, slot }] = [await newPatient(), await slotAtHospital()];
  await api.post("/api/appointments", { doctorId: doctor.id, patientId, start: slot.start });
  const page = await openAs(account);
  await page.goto("/patient");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => page.evaluate(() => localStorage.getItem("caresync-next-visit"))).toContain("Lindenhof");

  await page.context().setOffline(true);
  await page.goto("/patient/visits");
  // Playwright cuts the network, but a document that is loaded meanwhile takes itself for online.
  await expect(page.getByRole("heading", { level: 1, name: "We can't reach CareSync" })).toBeVisible();
  const card = page.getByRole("region", { name: "Your next appointment" });
  await expect(card).toContainText("Lindenhof");
  await expect(card).not.toContainText(doctor.name);
  await expect(page.getByRole("link", { name: "Call 102" })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.reload();
  await expect(card).toContainText("Lindenhof");
  await expectNoAxeViolations(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  await page.context().setOffline(false);
  await expect(page.getByRole("heading", { level: 1, name: /appointment/i })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/patient/visits");

  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("button", { name: /^Account: / }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("**/");
  expect(await page.evaluate(() => localStorage.getItem("caresync-next-visit"))).toBeNull();
});
