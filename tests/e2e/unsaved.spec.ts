import type { Page } from "@playwright/test";
import { expect, signIn, test, type Role } from "./support/fixtures";
import { goBack } from "./support/go-back";
import { expectInput } from "./support/keyboard";
import { secret } from "./support/ledger";
import { newDoctor } from "./support/people";

const dialogs: { name: string; path: string; open: RegExp; field: string | RegExp }[] = [
  { name: "ward", path: "/hospital/beds/wards", open: /^Add a ward/, field: /^Name/ },
  { name: "vehicle", path: "/hospital/ambulances", open: /^Add a vehicle/, field: /^Registration/ },
  { name: "invitation", path: "/hospital/doctors", open: /^Invite a doctor/, field: /^Message/ },
  { name: "admission", path: "/hospital/beds", open: /^Admit/, field: /^Reason/ },
];

for (const { name, path, open, field } of dialogs)
  test(`a dialog with a half-written ${name} asks before closing, and an untouched one closes at once`, async ({
    page,
  }) => {
    await signIn(page, "hospital");
    await page.goto(path);
    const dialog = page.getByRole("dialog");
    const question = page.getByRole("alertdialog", { name: "Close without saving?" });
    const closings = [
      () => page.keyboard.press("Escape"),
      () => page.mouse.click(5, 5),
      () => dialog.getByRole("button", { name: "Back" }).click(),
      () => dialog.getByRole("button", { name: "Close" }).click(),
    ];
    const show = async () => {
      await page.getByRole("main").getByRole("button", { name: open }).first().click();
      await expectInput(dialog);
    };
    for (const close of closings) {
      await show();
      await close();
      await expect(dialog).toHaveCount(0);
    }
    await show();
    const typed = dialog.getByRole("textbox", { name: field });
    await typed.fill("Half a");
    for (const close of closings) {
      await expectInput(dialog);
      await expect(dialog.locator(":focus"), "focus is back where it was").toBeVisible();
      await close();
      await expect(question).toBeVisible();
      await question.getByRole("button", { name: "Stay" }).click();
      await expect(question).toHaveCount(0);
      await expect(typed).toHaveValue("Half a");
    }
    expect(await isAskedOnReload(page)).toBe(true);
    await expect(typed).toHaveValue("Half a");
    await expectInput(dialog);
    await page.keyboard.press("Escape");
    await question.getByRole("button", { name: "Close" }).click();
    await expect(dialog).toHaveCount(0);
    expect(await isAskedOnReload(page)).toBe(false);
  });

const pages: {
  role: Role;
  name: string;
  path: string;
  field: string | RegExp;
  before?: (page: Page) => Promise<void>;
}[] = [
  { role: "hospital", name: "a walk-in", path: "/hospital/appointments/walk-in", field: /^Name/ },
  { role: "hospital", name: "a walk-in's reason", path: "/hospital/appointments/walk-in", field: /^Reason for visit/ },
  {
    role: "hospital",
    name: "a visit booked for a patient",
    path: "/hospital/appointments/new",
    field: /^Reason for visit/,
    before: async (page) => {
      await page.getByRole("main").getByRole("combobox").first().click();
      await page.getByRole("option").first().click();
    },
  },
  { role: "hospital", name: "a registration", path: "/hospital/patients/new", field: /^Name/ },
  { role: "hospital", name: "a record number", path: "/hospital/patients/new", field: /^Record number/ },
  { role: "patient", name: "a new password", path: "/patient/settings", field: /^Current password/ },
];

for (const { role, name, path, field, before } of pages)
  test(`a page with half of ${name} asks before leaving`, async ({ page }) => {
    await signIn(page, role);
    await page.goto(path);
    await before?.(page);
    const typed = page.getByRole("main").getByLabel(field);
    const home = page.getByRole("link", { name: role === "hospital" ? "Beds" : "Records", exact: true }).first();
    const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
    await typed.fill("Half a");
    await home.click();
    await question.getByRole("button", { name: "Stay" }).click();
    await expect(typed).toHaveValue("Half a");
    expect(await isAskedOnReload(page)).toBe(true);
    await typed.fill("");
    await home.click();
    await expect(page).not.toHaveURL(new RegExp(`${path}$`));
  });

test("leaving unsaved hours asks first: by Back, by a command, by a link", async ({ openAs }) => {
  const doctor = await newDoctor();
  const page = await openAs(doctor.account);
  await page.goto("/doctor");
  await page.getByRole("link", { name: "Hours", exact: true }).first().click();
  await expect(page).toHaveURL(/\/doctor\/hours$/);
  const start = page
    .getByRole("main")
    .getByRole("textbox", { name: /, from$/ })
    .first();
  await start.fill("07:00");
  await start.press("Tab");
  const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
  const stay = async () => {
    await expect(question).toBeVisible();
    await question.getByRole("button", { name: "Stay" }).click();
    await expect(question).toHaveCount(0);
    await expect(page).toHaveURL(/\/doctor\/hours$/);
    await expect(start).toHaveValue("07:00");
  };

  await goBack(page);
  await stay();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("Calendar");
  await page.keyboard.press("Enter");
  await stay();
  await page.getByRole("link", { name: "Places", exact: true }).first().click();
  await stay();
  await goBack(page);
  await question.getByRole("button", { name: "Leave" }).click();
  await expect(page).toHaveURL(/\/doctor$/);
});

test("leaving an unsaved profile asks first, and a saved one doesn't", async ({ openAs }) => {
  const doctor = await newDoctor();
  const page = await openAs(doctor.account);
  await page.goto("/doctor");
  await page.getByRole("link", { name: "Settings", exact: true }).first().click();
  await expect(page).toHaveURL(/\/doctor\/settings$/);
  const main = page.getByRole("main");
  const account = main.getByRole("region", { name: "You" });
  const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
  const calendar = page.getByRole("link", { name: "Calendar", exact: true }).first();
  const fields = [
    account.getByRole("textbox", { name: /^Phone \(/ }),
    main.getByRole("textbox", { name: /^About you/ }),
  ];
  for (const field of fields) {
    const before = await field.inputValue();
    await field.fill(secret("+49 30 5550188"));
    await calendar.click();
    await question.getByRole("button", { name: "Stay" }).click();
    await goBack(page);
    await question.getByRole("button", { name: "Stay" }).click();
    await expect(page).toHaveURL(/\/doctor\/settings$/);
    await field.fill(before);
  }
  await main.getByRole("checkbox").first().click();
  await calendar.click();
  await question.getByRole("button", { name: "Stay" }).click();
  await main.getByRole("checkbox").first().click();

  await fields[0]?.fill(secret("+49 30 5550188"));
  await account.getByRole("button", { name: "Save", exact: true }).click();
  await expect(account.getByText("Saved", { exact: true })).toBeVisible();
  await fields[0]?.press("End");
  await calendar.click();
  await expect(page).toHaveURL(/\/doctor\/calendar/);
});

/** Tells whether the browser asks before it reloads the page; answers no. */
async function isAskedOnReload(page: Page): Promise<boolean> {
  let isAsked = false;
  page.once("dialog", (asked) => {
    isAsked = asked.type() === "beforeunload";
    void asked.dismiss();
  });
  // Not awaited, because nothing is loaded when the answer is no.
  const devtools = await page.context().newCDPSession(page);
  void devtools.send("Page.reload").catch(() => undefined);
  await expect
    .poll(
      async () =>
        isAsked ||
        (await page
          .evaluate(() => performance.getEntriesByType("navigation")[0]?.toJSON().type === "reload")
          .catch(() => false)),
    )
    .toBe(true);
  page.removeAllListeners("dialog");
  return isAsked;
}
