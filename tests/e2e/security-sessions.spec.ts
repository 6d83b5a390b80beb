import type { Page } from "@playwright/test";
import { expect, signInAs, test } from "./support/fixtures";
import { newPatient } from "./support/people";
import { runningStack } from "./support/run-state";

/** Returns the server's answers to a copy of this browser's cookies. */
async function copyOf(page: Page): Promise<(path: string) => Promise<Response>> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  return (path) => fetch(`${runningStack().baseURL}${path}`, { headers: { cookie }, redirect: "manual" });
}

test.describe("a copied cookie", () => {
  test("is worthless after its owner has signed out, for the API and for pages", async ({ page }) => {
    const { account } = await newPatient();
    await signInAs(page, account);
    await page.goto("/patient");
    const ask = await copyOf(page);
    expect([(await ask("/api/me")).status, (await ask("/patient")).status]).toEqual([200, 200]);
    await page.getByRole("button", { name: /^Account: / }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page).toHaveURL("/");
    expect((await ask("/api/me")).status).toBe(401);
    const portal = await ask("/patient");
    expect([303, 307]).toContain(portal.status);
    expect(portal.headers.get("location")).toContain("/sign-in");
  });

  test("is worthless after a sign-out through next-auth's own endpoint, which never renews one", async ({
    page,
    baseURL,
  }) => {
    const { account } = await newPatient();
    await signInAs(page, account);
    const ask = await copyOf(page);
    const [looked, later] = [
      (await (await ask("/api/auth/session")).json()) as { expires: string },
      Date.now() + 12 * 3600_000,
    ];
    expect(Date.parse(looked.expires)).toBeLessThanOrEqual(later);
    const { csrfToken } = (await (await page.request.get("/api/auth/csrf")).json()) as { csrfToken: string };
    await page.request.post("/api/auth/signout", {
      form: { csrfToken, json: "true" },
      headers: { origin: baseURL ?? "" },
    });
    expect((await ask("/api/me")).status).toBe(401);
    expect(await (await ask("/api/auth/session")).json()).toEqual({});
  });
});

test("a page whose live connection ends before the answer to its sign-out asks for nothing more", async ({ page }) => {
  const { account } = await newPatient();
  await signInAs(page, account);
  const connected = page.waitForEvent("websocket");
  await page.goto("/patient");
  await (await connected).waitForEvent("framereceived");
  const refused: string[] = [];
  page.on("response", (response) => response.status() === 401 && refused.push(response.url()));
  const reconnected = page.waitForEvent("websocket").then((socket) => socket.waitForEvent("framereceived"));
  await page.route("**/patient", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    const response = await route.fetch({ maxRedirects: 0 });
    await reconnected;
    await route.fulfill({ response });
  });
  await page.getByRole("button", { name: /^Account: / }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/");
  expect(refused).toEqual([]);
});
