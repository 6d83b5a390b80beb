import { afterEach, describe, expect, it } from "vitest";
import { APP, browser, closeAll, next, publisher, settle, startServer, subscribed } from "./channels-harness";
import { event, EVENTS, post } from "./channels-http-harness";

afterEach(closeAll);

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
