import { callApi } from "./support/api";
import { expect, test } from "./support/fixtures";
import { newDoctor, newManager, newPatient } from "./support/people";
import { bookingPath, slotButton, someSlot } from "./support/slots";
import { watchReads } from "./support/watch-reads";

/** In the demo something happens to its doctors and hospitals all the time: so many loads, and one of them is quiet. */
const LOADS = 8;

async function somewhere(path: string, of: string): Promise<string> {
  const { body } = await callApi<{ items: { slug: string }[] }>("GET", of);
  return `${path}/${body.items[0]?.slug ?? ""}`;
}

const PUBLIC: Record<string, () => Promise<string>> = {
  home: async () => "/",
  doctors: async () => "/doctors",
  "a doctor": () => somewhere("/doctors", "/api/doctors?limit=1"),
  hospitals: async () => "/hospitals",
  "a hospital": () => somewhere("/hospitals", "/api/hospitals?limit=1"),
  services: async () => "/services",
};

for (const [name, pathOf] of Object.entries(PUBLIC)) {
  test(`${name}: a page that has missed nothing is loaded, and not read again`, async ({ openAs }) => {
    const path = await pathOf();
    for (let load = 1; ; load++) {
      const page = await openAs();
      const watch = await watchReads(page);
      await page.goto(path);
      await watch.rest(1);
      if (!watch.answers.includes(true) && watch.events() === 0) {
        expect(watch.reads()).toBe(0);
        return;
      }
      expect(load, "loads, each with something happening meanwhile").toBeLessThan(LOADS);
      await page.close();
    }
  });
}

for (const [path, newcomer] of [
  ["/patient", newPatient],
  ["/patient/visits", newPatient],
  ["/doctor", newDoctor],
  ["/hospital", () => newManager()],
  ["/hospital/beds", () => newManager()],
] as const) {
  test(`${path}: a portal in which nothing happens is loaded, and not read again`, async ({ openAs }) => {
    const { account } = await newcomer();
    const page = await openAs(account);
    const watch = await watchReads(page);
    await page.goto(path);
    await watch.rest(1);
    expect([watch.answers.includes(true), watch.events(), watch.reads()]).toEqual([false, 0, 0]);
  });
}

test("what happens before a page has joined its channels is read, and not what it shows already", async ({ page }) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const slot = await someSlot(doctor.id, { from: 2 });
  const watch = await watchReads(page);
  watch.hold();
  await page.goto(bookingPath(doctor.slug, slot));
  await expect(slotButton(page, slot)).toBeVisible();
  await patient.api.post("/api/appointments", { doctorId: doctor.id, start: slot.start });
  watch.release();
  await expect(slotButton(page, slot)).toHaveCount(0);
  expect([watch.answers[0], watch.reads()]).toEqual([true, 1]);
});

test("after an interruption a page is read again only when something has happened", async ({ page }) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const slot = await someSlot(doctor.id, { from: 2 });
  const watch = await watchReads(page);
  await page.goto(bookingPath(doctor.slug, slot));
  await watch.rest(1);
  await watch.cut();
  await watch.rest(2);
  expect([watch.answers, watch.reads()]).toEqual([[false, false], 0]);

  watch.hold();
  await watch.cut();
  await patient.api.post("/api/appointments", { doctorId: doctor.id, start: slot.start });
  watch.release();
  await expect(slotButton(page, slot)).toHaveCount(0);
  await watch.rest(3);
  expect([watch.answers, watch.reads()]).toEqual([[false, false, true], 1]);
});

test("a portal hears what happens while its connection is away, and shows it once", async ({ openAs }) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const slot = await someSlot(doctor.id, { from: 2 });
  const page = await openAs(doctor.account);
  const watch = await watchReads(page);
  await page.goto("/doctor");
  await watch.rest(1);
  watch.hold();
  await watch.cut();
  await patient.api.post("/api/appointments", { doctorId: doctor.id, start: slot.start });
  watch.release();
  await expect.poll(() => watch.answers.includes(true)).toBe(true);
  await watch.rest(2);
  expect(watch.reads()).toBeGreaterThanOrEqual(1);
  const { length } = watch.answers;
  await watch.cut();
  await watch.rest(length + 1);
  expect(watch.answers.at(-1)).toBe(false);
});
