import type { Locator, Page } from "@playwright/test";
import { bookedVisit } from "./support/booking";
import { expect, test } from "./support/fixtures";
import { newDoctor, newPatient } from "./support/people";
import { demoAccounts, type Account } from "./support/sign-in";

type Begun = { page: Page; control: Locator; isThere: () => Promise<void> };
type Place = {
  path: string;
  account: Account;
  link: [name: string, leadsTo: RegExp];
  button: RegExp;
  dialog: "dialog" | "alertdialog";
};

// The browser is in Kathmandu and the server does not know it yet: the first page corrects its times, and refreshes
// when it joins its channels. Whatever is pressed before, meanwhile and after must work.
const PLACES: Record<string, () => Place | Promise<Place>> = {
  patient: async () => {
    const [doctor, patient] = [await newDoctor({ autoConfirm: false }), await newPatient()];
    const visit = await bookedVisit(doctor, patient, { from: 24 });
    const path = `/patient/visits/${visit.id}`;
    return {
      path,
      account: patient.account,
      link: ["Reschedule", /\/move$/],
      button: /^Cancel appointment/,
      dialog: "alertdialog",
    };
  },
  doctor: async () => {
    const [doctor, patient] = [await newDoctor({ autoConfirm: false }), await newPatient()];
    await bookedVisit(doctor, patient, { from: 24 });
    return {
      path: "/doctor",
      account: doctor.account,
      link: ["Hours", /\/doctor\/hours$/],
      button: /^Decline/,
      dialog: "alertdialog",
    };
  },
  hospital: () => ({
    path: "/hospital/doctors",
    account: demoAccounts.hospital,
    link: ["Staff", /\/hospital\/staff$/],
    button: /^Invite a doctor/,
    dialog: "dialog",
  }),
  admin: () => ({
    path: "/admin/people",
    account: demoAccounts.admin,
    link: ["Audit", /\/admin\/audit$/],
    button: /^Suspend/,
    dialog: "alertdialog",
  }),
};

const linkOf = (page: Page, { link: [name] }: Place) => page.getByRole("link", { name, exact: true }).first();
const buttonOf = (page: Page, { button }: Place) =>
  page.getByRole("main").getByRole("button", { name: button }).first();

type Pressed = Window & { pressed?: Node | null };

async function slowed(page: Page, rate: number): Promise<void> {
  await page.addInitScript(() =>
    addEventListener("pointerdown", ({ target }) => void ((window as Pressed).pressed = target as Node), true),
  );
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate });
}

/**
 * Presses without waiting for hydration, as a finger does; aims again when the control has moved before the press, and
 * scrolls to one that is further down.
 */
async function pressDown(page: Page, control: Locator): Promise<void> {
  await expect(async () => {
    await control.evaluate((element) => element.scrollIntoView({ block: "center" }), undefined, { timeout: 1_000 });
    const box = await control.boundingBox({ timeout: 1_000 });
    if (!box) throw new Error("The control is not on the screen.");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    if (await control.evaluate((element) => element.contains((window as Pressed).pressed ?? null))) return;
    await page.mouse.up();
    throw new Error("The press has missed.");
  }).toPass();
}

/** Has the page refresh after joining its channels, as when it has missed something; the promise resolves when it has. */
async function readAgain(page: Page, path: string): Promise<{ refreshed: Promise<unknown> }> {
  await page.route("**/api/realtime/missed", (route) => route.fulfill({ json: { hasMissed: true } }));
  const refreshed = page.waitForResponse(
    (answer) =>
      answer.url().includes(`${path}?_rsc`) && answer.request().headers()["next-router-prefetch"] === undefined,
  );
  return { refreshed };
}

const linkBegun = (page: Page, place: Place): Begun => ({
  page,
  control: linkOf(page, place),
  isThere: () => expect(page).toHaveURL(place.link[1]),
});
const dialogBegun = (page: Page, place: Place): Begun => ({
  page,
  control: buttonOf(page, place),
  isThere: () => expect(page.getByRole(place.dialog)).toBeVisible(),
});

// A link followed before hydration is followed by the browser, which aborts what was still loading.
test.use({ allowedErrors: /React error #412/ });

for (const [portal, makePlace] of Object.entries(PLACES)) {
  for (const rate of [1, 4]) {
    for (const [kind, begun] of [
      ["link", linkBegun],
      ["dialog", dialogBegun],
    ] as const) {
      test(`${portal}: a ${kind} pressed as soon as it appears works, at 1/${rate} of the speed`, async ({
        openAs,
      }) => {
        const place = await makePlace();
        const page = await openAs(place.account);
        await slowed(page, rate);
        const { control, isThere } = begun(page, place);
        await page.goto(place.path, { waitUntil: "commit" });
        await pressDown(page, control);
        await page.mouse.up();
        await isThere();
      });

      test(`${portal}: a ${kind} pressed while the page refreshes works, at 1/${rate} of the speed`, async ({
        openAs,
      }) => {
        const place = await makePlace();
        const page = await openAs(place.account);
        await slowed(page, rate);
        const { control, isThere } = begun(page, place);
        const again = await readAgain(page, place.path);
        await page.goto(place.path, { waitUntil: "commit" });
        await pressDown(page, control);
        await again.refreshed;
        await page.mouse.up();
        await isThere();
      });
    }

    test(`${portal}: a dialog stays open while the page refreshes, at 1/${rate} of the speed`, async ({ openAs }) => {
      const place = await makePlace();
      const page = await openAs(place.account);
      await slowed(page, rate);
      const again = await readAgain(page, place.path);
      await page.goto(place.path);
      await buttonOf(page, place).click();
      const dialog = page.getByRole(place.dialog);
      await expect(dialog).toBeVisible();
      await dialog.evaluate((element) => element.setAttribute("data-same", ""));
      await again.refreshed;
      await expect
        .poll(() =>
          page.evaluate(
            () =>
              new Promise((resolve) =>
                requestIdleCallback(() => resolve(document.querySelectorAll("[data-same]").length)),
              ),
          ),
        )
        .toBe(1);
    });
  }
}
