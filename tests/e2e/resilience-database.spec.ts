import { expect, test } from "./support/fixtures";
import { asOwner, canBreakStack, NOT_OUR_STACK, signalPart, spoilDatabase } from "./support/processes";

test.use({ allowedErrors: /net::ERR_|WebSocket|Failed to fetch|status of 50\d/ });
// Only against a stack someone else started (E2E_BASE_URL); npm test runs it.
test.skip(() => !canBreakStack(), NOT_OUR_STACK);

test("without its database the site says so, and the emergency page still shows all its numbers, without scripts", async ({
  browser,
  page,
  request,
  baseURL,
  watch,
}) => {
  await page.goto("/emergency");
  const phones = await page
    .getByRole("main")
    .locator('a[href^="tel:"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(phones.length).toBeGreaterThan(3);

  const mend = spoilDatabase(); // or it would be restarted before anyone notices
  try {
    signalPart("database", "SIGKILL");
    for (const path of ["/doctors", "/hospitals", "/api/doctors"]) {
      await expect.poll(async () => (await request.get(path)).status(), { timeout: 20_000 }).toBe(503);
      expect(Number((await request.get(path)).headers()["retry-after"])).toBeGreaterThan(0);
    }
    expect((await request.get("/api/health/live")).status()).toBe(200);

    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
    watch(context);
    const plain = await context.newPage();
    expect((await plain.goto("/emergency"))?.status()).toBe(200);
    await expect(plain.getByRole("button", { name: "Request an ambulance" })).toBeVisible();
    for (const phone of phones) await expect(plain.locator(`a[href="${phone}"]`).first()).toBeAttached();
    await plain.goto("/doctors");
    await expect(plain.getByRole("heading", { level: 1, name: "CareSync isn't available right now" })).toBeVisible();
    await context.close();
  } finally {
    mend();
  }
  await expect.poll(async () => (await request.get("/doctors")).status(), { timeout: 30_000 }).toBe(200);
});

test("a page whose database does not answer in time says that the site is unavailable, and when to retry", async ({
  page,
  request,
}) => {
  // Everything but this one table answers, so that no one knows yet that anything is wrong.
  const locked = asOwner(`BEGIN; LOCK TABLE "Doctor"; SELECT pg_sleep(15); COMMIT`);
  await expect.poll(async () => (await request.get("/sitemap.xml")).status(), { timeout: 15_000 }).toBe(503);
  expect((await request.get("/api/health/ready")).status()).toBe(200);
  const answer = await page.goto("/");
  expect([answer?.status(), answer?.headers()["retry-after"]]).toEqual([503, "5"]);
  await expect(page.getByRole("heading", { level: 1, name: "CareSync isn't available right now" })).toBeVisible();
  await locked;
  // It opens by itself.
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("CareSync isn't available right now", {
    timeout: 20_000,
  });
});
