import { afterEach, describe, expect, it } from "vitest";
import { APP, CHATTY, closeAll, publisher, startServer } from "./channels-harness";
import { call, event, EVENTS, md5, signed } from "./channels-http-harness";

afterEach(closeAll);

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
