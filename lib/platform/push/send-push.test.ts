import { createPublicKey, verify } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newPushBrowser, startPushService } from "@/tests/support/push";
import { closePush, retryAfterSeconds, sendPush } from "./send-push";

let service: Awaited<ReturnType<typeof startPushService>>;
let endpoint = "";
let answer: { status: number; headers?: Record<string, string> } = { status: 201 };

const SAID = {
  title: "CareSync",
  body: "Your appointment has a new time",
  navigate: "http://localhost:3000/patient",
  tag: "a-tag",
};
const OPTIONS = { ttlSeconds: 3600, urgency: "high" } as const;

beforeAll(async () => {
  service = await startPushService(() => answer);
  endpoint = `${service.origin}/push/1`;
});
afterAll(closePush);
beforeEach(() => {
  service.got.length = 0;
  answer = { status: 201 };
});

describe("a push that is sent", () => {
  it("is read by its browser, in the format of Declarative Web Push", async () => {
    const browser = newPushBrowser();
    expect(await sendPush({ endpoint, ...browser.keys }, SAID, OPTIONS)).toEqual({ result: "accepted", status: 201 });
    expect(JSON.parse(browser.read(service.got[0]!.body))).toEqual({
      web_push: 8030,
      notification: { ...SAID, lang: "en", dir: "ltr" },
    });
    expect(service.got[0]).toMatchObject({
      path: "/push/1",
      headers: { ttl: "3600", urgency: "high", topic: "YS10YWc", "content-encoding": "aes128gcm" },
    });
    expect(service.got[0]?.body.includes("appointment")).toBe(false);
  });

  it("is signed for its push service, with the key that browsers subscribe with", async () => {
    await sendPush({ endpoint, ...newPushBrowser().keys }, SAID, OPTIONS);
    const [, token = "", key = ""] = /^vapid t=(.+), k=(.+)$/.exec(service.got[0]?.headers.authorization ?? "") ?? [];
    const [head = "", claims = "", signature = ""] = token.split(".");
    const point = Buffer.from(key, "base64url");
    const [x, y] = [point.subarray(1, 33).toString("base64url"), point.subarray(33).toString("base64url")];
    const publicKey = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
    const signed = Buffer.from(`${head}.${claims}`);
    expect(
      verify("sha256", signed, { key: publicKey, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url")),
    ).toBe(true);
    const said = JSON.parse(Buffer.from(claims, "base64url").toString()) as { aud: string; exp: number; sub: string };
    expect(said).toMatchObject({ aud: new URL(endpoint).origin, sub: "mailto:webmaster@localhost" });
    expect(said.exp - Date.now() / 1000).toBeLessThan(86_400);
  });

  it.each([
    [201, { result: "accepted" }],
    [404, { result: "gone" }],
    [410, { result: "gone" }],
    [413, { result: "too-large" }],
    [400, { result: "refused" }],
    [403, { result: "refused" }],
    [429, { result: "later", retryAfterSeconds: null }],
    [500, { result: "later", retryAfterSeconds: null }],
    [503, { result: "later", retryAfterSeconds: null }],
  ])("and answered with %i is so: %o", async (status, outcome) => {
    answer = { status };
    expect(await sendPush({ endpoint, ...newPushBrowser().keys }, SAID, OPTIONS)).toEqual({ status, ...outcome });
  });

  it("is tried again when the push service says, in seconds or by a date", async () => {
    answer = { status: 429, headers: { "Retry-After": "120" } };
    expect(await sendPush({ endpoint, ...newPushBrowser().keys }, SAID, OPTIONS)).toMatchObject({
      retryAfterSeconds: 120,
    });
    const now = Date.parse("2026-11-28T08:00:00Z");
    expect(retryAfterSeconds("Sat, 28 Nov 2026 08:01:00 GMT", now)).toBe(60);
    expect(retryAfterSeconds("Sat, 28 Nov 2026 07:00:00 GMT", now)).toBe(0);
    expect(retryAfterSeconds("9999999", now)).toBe(86_400);
    expect(retryAfterSeconds("soon", now)).toBeNull();
  });

  it("follows no redirect", async () => {
    answer = { status: 307, headers: { Location: "http://169.254.169.254/" } };
    expect(await sendPush({ endpoint, ...newPushBrowser().keys }, SAID, OPTIONS)).toEqual({
      result: "refused",
      status: 307,
    });
    expect(service.got).toHaveLength(1);
  });

  it("goes nowhere else, and says too much to no one", async () => {
    const keys = newPushBrowser().keys;
    const elsewhere = { endpoint: "https://127.0.0.1/push", ...keys };
    expect(await sendPush(elsewhere, SAID, OPTIONS)).toEqual({ result: "refused", status: null });
    const long = { ...SAID, body: "x".repeat(4_000) };
    expect(await sendPush({ endpoint, ...keys }, long, OPTIONS)).toEqual({ result: "too-large", status: null });
    expect(service.got).toHaveLength(0);
  });

  it("is tried again when nothing answers", async () => {
    closePush();
    service.stop();
    expect(await sendPush({ endpoint, ...newPushBrowser().keys }, SAID, OPTIONS)).toEqual({
      result: "later",
      status: null,
      retryAfterSeconds: null,
    });
  });
});
