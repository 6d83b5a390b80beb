import { createHash, createHmac } from "node:crypto";
import { request } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import {
  APP,
  browser,
  CHATTY,
  closeAll,
  connected,
  next,
  publisher,
  settle,
  startServer,
  subscribed,
} from "./channels-harness";

afterEach(closeAll);

type Answer = { status: number; body: Record<string, unknown> };
type Signed = { method?: string; path: string; body?: string; query?: Record<string, string>; secret?: string };

function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}

/** The signed address of a request, made by hand so that any part of it can be wrong. */
function signed({ method = "POST", path, body = "", query = {}, secret = APP.secret }: Signed): string {
  const parameters: Record<string, string> = {
    auth_key: APP.key,
    auth_timestamp: String(Math.floor(Date.now() / 1000)),
    auth_version: "1.0",
    ...(body ? { body_md5: md5(body) } : {}),
    ...query,
  };
  const text = Object.keys(parameters)
    .sort()
    .map((name) => `${name}=${parameters[name]}`)
    .join("&");
  const signature = createHmac("sha256", secret).update([method, path, text].join("\n")).digest("hex");
  return `${path}?${text}&auth_signature=${signature}`;
}

function call(port: number, method: string, target: string, body?: string | Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sending = request({ host: "127.0.0.1", port, method, path: target }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as Record<string, unknown> });
      });
    });
    sending.on("error", reject);
    sending.end(body);
  });
}

const EVENTS = `/apps/${APP.id}/events`;
const event = (more: object = {}) => JSON.stringify({ name: "x", channels: ["doctor-1"], data: "{}", ...more });

async function post(port: number, path: string, body: string): Promise<Answer> {
  return call(port, "POST", signed({ path, body }), body);
}

describe("publishing", () => {
  it("reaches up to 100 channels, each once", async () => {
    const { port } = await startServer();
    const client = browser(port);
    const channel = await subscribed(client, "doctor-7");
    const heard: unknown[] = [];
    channel.bind("x", (data: unknown) => heard.push(data));
    const names = Array.from({ length: 100 }, (_, index) => `doctor-${index}`);
    await publisher(port).trigger(names, "x", { n: 1 });
    await post(port, EVENTS, event({ channels: ["doctor-7", "doctor-7"], data: '{"n":2}' }));
    await settle();
    expect(heard).toEqual([{ n: 1 }, { n: 2 }]);
    expect((await post(port, EVENTS, event({ channels: [...names, "doctor-100"] }))).status).toBe(400);
  });

  it("leaves out the socket that caused the event", async () => {
    const { port } = await startServer();
    const [one, two] = [browser(port), browser(port)];
    const [mine, theirs] = [await subscribed(one, "doctor-1"), await subscribed(two, "doctor-1")];
    const echoes: unknown[] = [];
    mine.bind("x", () => echoes.push(1));
    const heard = next(theirs, "x");
    await publisher(port).trigger("doctor-1", "x", {}, { socket_id: one.connection.socket_id });
    await heard;
    await settle();
    expect(echoes).toEqual([]);
  });

  it("keeps the order of a batch", async () => {
    const { port } = await startServer();
    const channel = await subscribed(browser(port), "doctor-1");
    const heard: unknown[] = [];
    channel.bind("x", (n: unknown) => heard.push(n));
    const last = next(channel, "end");
    const batch = Array.from({ length: 9 }, (_, n) => ({ channel: "doctor-1", name: "x", data: n }));
    await publisher(port).triggerBatch([...batch, { channel: "doctor-1", name: "end", data: {} }]);
    await last;
    expect(heard).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("sends nothing of a batch in which one event is invalid", async () => {
    const { port } = await startServer();
    const channel = await subscribed(browser(port), "doctor-1");
    const heard: unknown[] = [];
    channel.bind_global((name: string) => heard.push(name));
    const good = { channel: "doctor-1", name: "x", data: "{}" };
    const batches = [
      [good, { ...good, channel: "not a channel" }],
      [good, { ...good, data: "x".repeat(10_241) }],
      Array.from({ length: 11 }, () => good),
      [],
    ];
    const statuses = [];
    for (const batch of batches) {
      statuses.push((await post(port, `/apps/${APP.id}/batch_events`, JSON.stringify({ batch }))).status);
    }
    await settle();
    expect(statuses).toEqual([400, 413, 400, 400]);
    expect(heard).toEqual([]);
  });

  it("answers the requested counts", async () => {
    const { port } = await startServer();
    await subscribed(browser(port, { userId: "anna" }), "presence-ward");
    const info = "user_count,subscription_count";
    const one = await publisher(port).trigger(["presence-ward", "doctor-1"], "x", {}, { info });
    expect(await one.json()).toEqual({
      channels: { "presence-ward": { user_count: 1, subscription_count: 1 }, "doctor-1": { subscription_count: 0 } },
    });
    const batch = [
      { channel: "presence-ward", name: "x", data: {}, info },
      { channel: "doctor-1", name: "x", data: {} },
    ];
    const many = await publisher(port).triggerBatch(batch);
    expect(await many.json()).toEqual({ batch: [{ user_count: 1, subscription_count: 1 }, {}] });
  });

  it("accepts 10 kB of data and refuses more with 413, also by the size of the body", async () => {
    const { port } = await startServer({ maxHttpBodyBytes: 50_000 });
    const channel = await subscribed(browser(port), "doctor-1");
    const heard = next(channel, "x");
    await publisher(port).trigger("doctor-1", "x", "y".repeat(10_240));
    expect(await heard).toHaveLength(10_240);
    await expect(publisher(port).trigger("doctor-1", "x", "y".repeat(10_241))).rejects.toMatchObject({ status: 413 });
    await expect(publisher(port).trigger("doctor-1", "x", "é".repeat(5_121))).rejects.toMatchObject({ status: 413 });
    await expect(publisher(port).trigger("doctor-1", "x", "y".repeat(200_000))).rejects.toMatchObject({ status: 413 });
  });

  it.each([
    ["no JSON", "{"],
    ["no object", "[]"],
    ["no name", JSON.stringify({ channels: ["a"], data: "" })],
    ["an endless name", event({ name: "x".repeat(201) })],
    ["the server's own words", event({ name: "pusher_internal:member_added" })],
    ["data that is no text", event({ data: { a: 1 } })],
    ["no channel", event({ channels: [] })],
    ["a bad channel", event({ channels: ["a b"] })],
    ["both channel and channels", event({ channel: "a" })],
    ["a bad socket id", event({ socket_id: "me" })],
    ["an unknown attribute", event({ info: "secrets" })],
  ])("answers %s with 400", async (_name, body) => {
    const { port } = await startServer();
    expect(await post(port, EVENTS, body)).toMatchObject({
      status: 400,
      body: { error: expect.any(String) as string },
    });
  });
});

describe("signatures", () => {
  const now = () => Math.floor(Date.now() / 1000);

  it("are accepted when valid, also at the edge of the time window", async () => {
    const { port } = await startServer();
    for (const offset of [0, -590, 590]) {
      const query = { auth_timestamp: String(now() + offset) };
      expect(await call(port, "POST", signed({ path: EVENTS, body: event(), query }), event())).toEqual({
        status: 200,
        body: {},
      });
    }
  });

  it.each([
    ["too old", { auth_timestamp: String(now() - 700) }],
    ["from the future", { auth_timestamp: String(now() + 700) }],
    ["without a time", { auth_timestamp: "" }],
    ["with a time that is no number", { auth_timestamp: "1e9" }],
    ["of another version", { auth_version: "2.0" }],
    ["of another key", { auth_key: CHATTY.key }],
    ["with a wrong body_md5", { body_md5: md5("other") }],
  ])("are refused %s", async (_name, query) => {
    const { port } = await startServer();
    expect((await call(port, "POST", signed({ path: EVENTS, body: event(), query }), event())).status).toBe(401);
  });

  it("are refused when made with another secret, truncated or missing", async () => {
    const { port } = await startServer();
    const body = event();
    const targets = [
      signed({ path: EVENTS, body, secret: "guess" }),
      signed({ path: EVENTS, body }).slice(0, -1),
      signed({ path: EVENTS, body }).replace(/&auth_signature=.*/, ""),
      EVENTS,
    ];
    for (const target of targets) expect((await call(port, "POST", target, body)).status).toBe(401);
    await expect(publisher(port, { ...APP, secret: "guess" }).trigger("a", "x", {})).rejects.toMatchObject({
      status: 401,
    });
  });

  it("can't be replayed with another body, method, path, app or parameter", async () => {
    const { port } = await startServer();
    const body = event();
    const good = signed({ path: EVENTS, body });
    const replays: [string, string, string?][] = [
      ["POST", good, event({ data: "changed" })],
      ["POST", good],
      ["GET", good],
      ["POST", good.replace("/events", "/batch_events"), body],
      ["POST", good.replace(APP.id, CHATTY.id), body],
      ["POST", `${good}&more=1`, body],
      ["GET", signed({ method: "GET", path: `/apps/${APP.id}/channels` }) + "&filter_by_prefix=presence-"],
    ];
    for (const [method, target, sent] of replays) {
      expect([target, (await call(port, method, target, sent)).status]).toEqual([target, 401]);
    }
    expect((await call(port, "POST", `${good}&auth_key=${APP.key}`, body)).status).toBe(400);
  });
});

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
