import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { signAccessToken } from "@/lib/platform/auth/access-token";
import { createPatient } from "../support/factories";

// Before the configuration is read: 30 requests a minute per address, 6 per account, 6 without credentials.
vi.hoisted(() => Object.assign(process.env, { TRUST_PROXY: "true", RATE_LIMIT_FACTOR: "0.01" }));

const { GET: readMe } = await import("@/app/api/me/route");
const { GET: listServices } = await import("@/app/api/services/route");

let turn = 0;
const newAddress = () => `203.0.113.${++turn}`;
async function newToken(): Promise<string> {
  const { user } = await createPatient();
  return signAccessToken(user.id, 0);
}
const ask = (route: typeof readMe, path: string, address: string, token?: string) => {
  const headers = { "X-Forwarded-For": address, ...(token ? { Authorization: `Bearer ${token}` } : {}) };
  return route(new Request(`http://localhost:3000${path}`, { headers }));
};
const me = (address: string, token: string) => ask(readMe, "/api/me", address, token);
const statuses = async (count: number, request: () => Promise<Response>) => {
  const all: number[] = [];
  for (let i = 0; i < count; i++) all.push((await request()).status);
  return all;
};
const times = (count: number, status: number) => Array.from({ length: count }, () => status);

// Keeps the minute from ending in the middle of a test.
beforeAll(() => vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2030-01-01T10:00:15Z") }));
afterAll(() => vi.useRealTimers());

describe("general rate limits", () => {
  it("are stated on each answer, for its address and its account, and can be multiplied", async () => {
    const answer = await me(newAddress(), await newToken());
    expect(answer.status).toBe(200);
    expect(answer.headers.get("ratelimit-policy")).toBe('"address";q=30;w=60, "account";q=6;w=60');
    expect(answer.headers.get("ratelimit")).toBe('"address";r=29;t=45, "account";r=5;t=45');
  });

  it("allow an account so many requests a minute, from any address, and say when to retry", async () => {
    const [token, other, address] = [await newToken(), await newToken(), newAddress()];
    expect(await statuses(6, () => me(newAddress(), token))).toEqual(times(6, 200));
    const refused = await me(address, token);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("45");
    expect(refused.headers.get("ratelimit")).toContain('"account";r=0;t=45');
    expect(await refused.json()).toMatchObject({ code: "rate-limited", status: 429 });
    expect((await me(address, other)).status).toBe(200);
  });

  it("are shared by all requests without credentials from one address", async () => {
    const address = newAddress();
    const services = () => ask(listServices, "/api/services", address);
    expect(await statuses(7, services)).toEqual([...times(6, 200), 429]);
    expect((await me(address, await newToken())).status).toBe(200);
    expect((await ask(listServices, "/api/services", newAddress())).status).toBe(200);
  });

  it("refuse an address beyond its limit before its credentials are checked", async () => {
    const address = newAddress();
    expect(await statuses(30, () => me(address, "not-a-token"))).toEqual(times(30, 401));
    expect((await me(address, "not-a-token")).status).toBe(429);
    expect((await me(address, await newToken())).status).toBe(429);
  });
});
