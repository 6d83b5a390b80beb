import { expect, signIn, test } from "./support/fixtures";
import { newDoctor, newPatient } from "./support/people";
import { bookingPath, slotButton, someSlot } from "./support/slots";

const PAGES = ["/", "/doctors", "/doctors/mira-sonnwald", "/hospitals", "/services", "/emergency"];
const ROUNDS = 6;

const nonceIn = (policy: string | undefined) => /'nonce-([^']+)'/.exec(policy ?? "")?.[1] ?? "";

for (const path of PAGES) {
  test(`${path} has a nonce of its own each time, and its scripts run`, async ({ page }) => {
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(error.message));
    const nonces = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      const answer = await page.goto(path);
      const nonce = nonceIn(answer?.headers()["content-security-policy"]);
      nonces.add(nonce);
      expect(await answer?.text()).toContain(`nonce="${nonce}"`);
      expect(answer?.headers()["cache-control"]).toContain("no-store");
    }
    expect(nonces.size).toBe(ROUNDS);
    // Only scripts that have run tell the server the zone.
    await expect.poll(() => page.evaluate(() => document.cookie)).toContain("caresync-zone=");
    expect(faults).toEqual([]);
  });
}

test("each request for an ambulance has its own key, even on a page that others have opened", async ({ request }) => {
  const keys = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const html = await (await request.get("/emergency")).text();
    keys.add(/name="trackingToken" value="([^"]+)"/.exec(html)?.[1] ?? "");
  }
  expect([...keys].every((key) => key.length === 43)).toBe(true);
  expect(keys.size).toBe(ROUNDS);
});

test("a time that was booked is gone from a page that was read many times before", async ({ page }) => {
  const doctor = await newDoctor();
  const patient = await newPatient();
  const slot = await someSlot(doctor.id);
  const path = bookingPath(doctor.slug, slot);
  for (let round = 0; round < ROUNDS; round++) await page.goto(path);
  await expect(slotButton(page, slot)).toBeVisible();
  await patient.api.post("/api/appointments", { doctorId: doctor.id, start: slot.start });
  // Whichever process answers.
  for (let round = 0; round < ROUNDS; round++) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Book an appointment" })).toBeVisible();
    await expect(slotButton(page, slot)).toHaveCount(0);
  }
});

test("someone who has signed in gets no visitor's page, and visitors none of theirs", async ({ page, openAs }) => {
  const visitor = await openAs();
  const portal = (of: typeof page) => of.getByRole("banner").getByRole("link", { name: "Your portal" });
  for (let round = 0; round < ROUNDS; round++) await visitor.goto("/doctors");
  await signIn(page, "patient");
  for (let round = 0; round < ROUNDS; round++) {
    await page.goto("/doctors");
    await expect(portal(page)).toBeVisible();
    await visitor.goto("/doctors");
    await expect(portal(visitor)).toHaveCount(0);
  }
});
