import { afterEach, describe, expect, it } from "vitest";
import {
  APP,
  browser,
  CHATTY,
  closeAll,
  connected,
  next,
  publisher,
  startServer,
  subscribed,
} from "./channels-harness";
import { call, EVENTS, post, signed } from "./channels-http-harness";

afterEach(closeAll);

describe("queries", () => {
  it("list occupied channels, by prefix, with counts for presence channels", async () => {
    const { port } = await startServer();
    await subscribed(browser(port, { userId: "anna" }), "presence-ward");
    await subscribed(browser(port), "doctor-1");
    const api = publisher(port);
    const ask = async (path: string, params?: Record<string, string>) => (await api.get({ path, params })).json();
    expect(await ask("/channels")).toEqual({ channels: { "presence-ward": {}, "doctor-1": {} } });
    expect(await ask("/channels", { filter_by_prefix: "presence-", info: "user_count" })).toEqual({
      channels: { "presence-ward": { user_count: 1 } },
    });
    await expect(ask("/channels", { info: "user_count" })).rejects.toMatchObject({ status: 400 });
  });

  it("describe one channel and its members", async () => {
    const { port } = await startServer();
    const desk = browser(port, { userId: "anna" });
    await subscribed(desk, "presence-ward");
    await subscribed(browser(port, { userId: "anna" }), "presence-ward");
    const api = publisher(port);
    const ask = async (path: string, info?: string) => (await api.get({ path, params: info ? { info } : {} })).json();
    expect(await ask("/channels/presence-ward", "user_count,subscription_count")).toEqual({
      occupied: true,
      user_count: 1,
      subscription_count: 2,
    });
    expect(await ask("/channels/presence-ward/users")).toEqual({ users: [{ id: "anna" }] });
    expect(await ask("/channels/doctor-1")).toEqual({ occupied: false });
    await expect(ask("/channels/doctor-1", "user_count")).rejects.toMatchObject({ status: 400 });
    await expect(ask("/channels/doctor-1/users")).rejects.toMatchObject({ status: 400 });
  });

  it("see only their own app", async () => {
    const { port } = await startServer();
    await subscribed(browser(port), "doctor-1");
    const answer = await publisher(port, CHATTY).get({ path: "/channels" });
    expect(await answer.json()).toEqual({ channels: {} });
  });
});

describe("other routes", () => {
  it("answer the health check openly, and nothing else without a signature", async () => {
    const { port } = await startServer();
    expect(await call(port, "GET", "/health")).toEqual({ status: 200, body: { status: "ok" } });
    expect((await call(port, "POST", "/health")).status).toBe(405);
    for (const path of ["/", "/apps", "/apps/care", "/app/care-key", "/healthy"]) {
      expect([path, (await call(port, "GET", path)).status]).toEqual([path, 404]);
    }
    expect((await call(port, "GET", "/apps/unknown/channels")).status).toBe(404);
    expect((await call(port, "GET", "/apps/__proto__/channels")).status).toBe(404);
    expect((await call(port, "GET", "/apps/%zz/channels")).status).toBe(400);
  });

  it("distinguish a wrong method from a wrong path once signed", async () => {
    const { port } = await startServer();
    expect((await call(port, "GET", signed({ method: "GET", path: EVENTS }))).status).toBe(405);
    const path = `/apps/${APP.id}/nothing`;
    expect((await call(port, "GET", signed({ method: "GET", path }))).status).toBe(404);
  });

  it("find a user whose ID needs escaping", async () => {
    const { port } = await startServer();
    const client = await connected(browser(port, { userId: "anna b/ü" }));
    client.signin();
    await client.user.signinDonePromise;
    const gone = next(client.connection, "disconnected");
    const path = `/apps/${APP.id}/users/${encodeURIComponent("anna b/ü")}/terminate_connections`;
    expect((await post(port, path, "{}")).status).toBe(200);
    await gone;
  });
});
