import type { Page, Request } from "@playwright/test";
import { expect, signInAs, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { newDoctor, newPatient, type Patient } from "./support/people";
import { someSlot } from "./support/slots";

const EVIL = "https://evil.example";

test.describe("from another site", () => {
  /** Returns what the browser sends when the settings form is saved, intercepted before it reaches the server. */
  async function savingOf(page: Page, name: string): Promise<Request> {
    await page.goto("/patient/settings");
    await page.getByRole("textbox", { name: "Name" }).fill(name);
    await page.route("/patient/settings", (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    const sent = page.waitForRequest((request) => request.method() === "POST" && "next-action" in request.headers());
    await page.getByRole("button", { name: "Save" }).click();
    // The page sends it again by itself, so the way stays closed; what is replayed takes another.
    return sent;
  }

  const replay = (page: Page, request: Request, origin: string) =>
    page.request.post(request.url(), {
      headers: { ...request.headers(), origin },
      data: request.postDataBuffer() ?? "",
    });

  const nameOf = async ({ api }: Patient) => (await api.get<{ name: string }>("/api/me")).name;

  test.describe("an action", () => {
    test.use({ allowedErrors: /ERR_FAILED|Failed to fetch|status of 40/ });

    test("is refused, and the same one is accepted from here", async ({ page, baseURL }) => {
      const person = await newPatient();
      await signInAs(page, person.account);
      const wanted = secret(`${person.name} Otherwise`);
      const request = await savingOf(page, wanted);

      for (const origin of [EVIL, "null"]) expect((await replay(page, request, origin)).status(), origin).toBe(403);
      expect(await nameOf(person)).toBe(person.name);

      const accepted = await replay(page, request, baseURL ?? "");
      expect(accepted.status()).toBe(200);
      expect(await nameOf(person)).toBe(wanted);
    });
  });

  test("a route refuses the session cookie", async ({ page, baseURL }) => {
    const [doctor, person] = [await newDoctor(), await newPatient()];
    await signInAs(page, person.account);
    const slot = await someSlot(doctor.id, { from: 2 });
    const hold = (headers: Record<string, string>) =>
      page.request.post("/api/appointments/holds", { headers, data: { doctorId: doctor.id, start: slot.start } });

    const foreign: Record<string, string>[] = [
      { origin: EVIL },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
    ];
    for (const headers of foreign) {
      const refused = await hold(headers);
      expect(refused.status(), JSON.stringify(headers)).toBe(403);
      expect(await refused.json()).toMatchObject({ code: "origin-refused" });
    }
    expect((await hold({ origin: baseURL ?? "" })).status()).toBe(201);
  });

  test("nothing but public data may be read", async ({ page }) => {
    const person = await newPatient();
    await signInAs(page, person.account);
    const answer = await page.request.get("/api/me", { headers: { origin: EVIL } });
    expect(answer.headers()).not.toHaveProperty("access-control-allow-origin");
  });
});
