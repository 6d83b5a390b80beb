import type { APIResponse } from "@playwright/test";
import { expect, signIn, test } from "./support/fixtures";

const ALWAYS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};
const PAGES = ["/", "/doctors", "/doctors/mira-sonnwald", "/sign-in", "/emergency", "/offline", "/no-such-page"];
const OTHERS = [
  "/api/doctors",
  "/api/no-such-route",
  "/api/me",
  "/api/health/live",
  "/robots.txt",
  "/sitemap.xml",
  "/icon.svg",
  "/icons/icon-192.png",
  "/manifest.webmanifest",
  "/service-worker.js",
  "/patient",
];

function policyOf(answer: APIResponse): Map<string, string> {
  const policy = answer.headers()["content-security-policy"] ?? "";
  return new Map(policy.split("; ").map((directive) => [directive.split(" ", 1)[0] ?? "", directive]));
}

const nonceOf = (answer: APIResponse) => /'nonce-([^']+)'/.exec(policyOf(answer).get("script-src") ?? "")?.[1];

for (const path of [...PAGES, ...OTHERS]) {
  test(`${path} carries the security headers`, async ({ request }) => {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.headers()).toMatchObject(ALWAYS);
    expect(answer.headers()["permissions-policy"]).toContain("camera=()");
    expect(answer.headers()).not.toHaveProperty("x-powered-by");
  });
}

for (const path of PAGES) {
  test(`${path} runs only scripts that carry its nonce`, async ({ request }) => {
    const answer = await request.get(path);
    const policy = policyOf(answer);
    const nonce = nonceOf(answer);
    expect(nonce, "a nonce").toMatch(/^[\w+/]{20,}={0,2}$/);
    expect(policy.get("script-src")).not.toMatch(/unsafe-(inline|eval)|\*|https?:/);
    expect(policy.get("default-src")).toBe("default-src 'none'");
    expect(policy.get("frame-ancestors")).toBe("frame-ancestors 'none'");
    expect(policy.get("base-uri")).toBe("base-uri 'none'");

    const html = await answer.text();
    const scripts = html.match(/<script\b[^>]*>/gi) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
    const tags = html.replace(/<script\b[\s\S]*?<\/script>/gi, "").match(/<[a-z][^>]*>/gi) ?? [];
    expect(tags.filter((tag) => /\son[a-z]+\s*=|javascript:/i.test(tag))).toEqual([]);
  });
}

test("no two answers share a nonce", async ({ request }) => {
  const nonces = await Promise.all([1, 2, 3].map(async () => nonceOf(await request.get("/"))));
  expect(new Set(nonces).size).toBe(3);
});

test("a portal's page has its own nonce, and its scripts carry it", async ({ page }) => {
  await signIn(page, "patient");
  const answer = await page.request.get("/patient");
  const scripts = (await answer.text()).match(/<script\b[^>]*>/gi) ?? [];
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonceOf(answer)}"`))).toEqual([]);
});

test("the API's answers run no script", async ({ request }) => {
  for (const path of ["/api/doctors", "/api/no-such-route", "/api/openapi.json"]) {
    expect(policyOf(await request.get(path)).get("default-src"), path).toBe("default-src 'none'");
  }
});

test("script files can't be interpreted as anything else", async ({ request }) => {
  const file = /src="(\/_next\/static\/[^"]+\.js)"/.exec(await (await request.get("/")).text())?.[1] ?? "";
  const answer = await request.get(file);
  expect(answer.headers()).toMatchObject({
    "x-content-type-options": "nosniff",
    "content-type": expect.stringContaining("javascript"),
  });
});

test("cookies are hidden from scripts and stay on this site", async ({ page, baseURL }) => {
  await signIn(page, "patient");
  await page.goto("/patient");
  const cookies = (await page.context().cookies(baseURL)).filter(({ name }) => name.startsWith("caresync."));
  expect(cookies.map(({ name }) => name)).toContain("caresync.session");
  for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect(await page.evaluate(() => document.cookie)).not.toContain("session");
});
