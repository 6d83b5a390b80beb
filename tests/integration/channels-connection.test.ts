import { connect } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { WebSocket } from "ws";
import {
  APP,
  browser,
  CHATTY,
  closeAll,
  connected,
  next,
  publisher,
  rawClient,
  signature,
  startServer,
  subscribed,
} from "./channels-harness";

afterEach(closeAll);

describe("the handshake", () => {
  it("names the socket and the activity timeout", async () => {
    const { port } = await startServer({ activityTimeoutMs: 45_000 });
    const { data } = await rawClient(port).next("pusher:connection_established");
    expect(JSON.parse(String(data))).toEqual({
      socket_id: expect.stringMatching(/^\d+\.\d+$/) as string,
      activity_timeout: 45,
    });
  });

  it.each([
    ["/app/unknown?protocol=7", 4001],
    ["/app/__proto__?protocol=7", 4001],
    ["/elsewhere", 4005],
    [`/app/${APP.key}/more?protocol=7`, 4005],
    [`/app/${APP.key}?protocol=seven`, 4006],
    [`/app/${APP.key}?protocol=4`, 4007],
    [`/app/${APP.key}`, 4008],
  ])("closes %s with %i", async (path, code) => {
    const { port } = await startServer();
    const client = rawClient(port, path);
    expect(await client.next("pusher:error")).toMatchObject({ data: { code } });
    expect(await client.closed).toMatchObject({ code });
  });

  it("stops a client of an unknown app for good", async () => {
    const { port } = await startServer();
    const client = browser(port, { app: { ...APP, key: "unknown" } });
    await next(client.connection, "disconnected");
    expect(client.connection.state).toBe("disconnected");
  });

  it("refuses with 4100 beyond the app's capacity", async () => {
    const { port } = await startServer({ maxConnectionsPerApp: 1 });
    await connected(browser(port));
    expect(await rawClient(port).closed).toMatchObject({ code: 4100 });
    await connected(browser(port, { app: CHATTY }));
  });
});

describe("an idle connection", () => {
  it("is answered when the client pings", async () => {
    const { port } = await startServer();
    const client = rawClient(port);
    client.socket.once("open", () => client.send({ event: "pusher:ping", data: {} }));
    expect(await client.next("pusher:pong")).toEqual({ event: "pusher:pong", data: {} });
  });

  it("is pinged, and closed with 4201 when it does not answer", async () => {
    const { port } = await startServer({ activityTimeoutMs: 60, pongTimeoutMs: 60 });
    const client = rawClient(port);
    await client.next("pusher:ping");
    expect(await client.closed).toMatchObject({ code: 4201 });
  });

  it("is kept when the client answers, by message or by WebSocket pong", async () => {
    const { port } = await startServer({ activityTimeoutMs: 60, pongTimeoutMs: 400 });
    const client = rawClient(port);
    for (let n = 0; n < 3; n += 1) {
      await client.next("pusher:ping");
      client.send({ event: "pusher:pong", data: {} });
    }
    await client.next("pusher:ping");
    client.socket.pong();
    await client.next("pusher:ping");
    expect(client.socket.readyState).toBe(client.socket.OPEN);
  });

  it("is resumed by pusher-js without losing the subscription", async () => {
    const { port } = await startServer({ activityTimeoutMs: 50, pongTimeoutMs: 500 });
    const client = browser(port);
    const channel = await subscribed(client, "doctor-1");
    for (let n = 0; n < 3; n += 1) await next(client.connection, "message");
    const event = next(channel, "availability.changed");
    await publisher(port).trigger("doctor-1", "availability.changed", { ok: true });
    expect(await event).toEqual({ ok: true });
  });
});

describe("hostile frames", () => {
  const faulty: [string, string][] = [
    ["no JSON", "{"],
    ["nothing", ""],
    ["null", "null"],
    ["an array", '[{"event":"pusher:ping"}]'],
    ["no event", "{}"],
    ["an event that is no text", '{"event":{"toString":1}}'],
    ["an endless event name", JSON.stringify({ event: `client-${"x".repeat(300)}` })],
    ["an unknown event", '{"event":"__proto__"}'],
    ["another server's words", '{"event":"pusher_internal:member_added","channel":"presence-a","data":"{}"}'],
    ["a subscription to nothing", '{"event":"pusher:subscribe"}'],
    ["a subscription as text", '{"event":"pusher:subscribe","data":"not json"}'],
    ["a channel that is no text", '{"event":"pusher:subscribe","data":{"channel":{"length":3}}}'],
    ["a channel with spaces", '{"event":"pusher:subscribe","data":{"channel":"a b"}}'],
    ["an empty channel", '{"event":"pusher:subscribe","data":{"channel":""}}'],
    ["an endless channel", JSON.stringify({ event: "pusher:subscribe", data: { channel: "x".repeat(201) } })],
    ["a sign-in with nothing", '{"event":"pusher:signin","data":{}}'],
    ["deep nesting", JSON.stringify({ event: "pusher:unsubscribe", data: "[".repeat(9_000) })],
  ];

  it.each(faulty)("with %s cause an error, and the connection survives", async (_name, frame) => {
    const { port } = await startServer();
    const client = rawClient(port);
    await client.socketId();
    client.send(frame);
    expect(await client.next("pusher:error")).toMatchObject({ data: { code: 4300 } });
    client.send({ event: "pusher:ping" });
    await client.next("pusher:pong");
  });

  it.each(["__proto__", "constructor", "hasOwnProperty"])(
    "for the channel %s are treated like any other",
    async (name) => {
      const { port } = await startServer();
      const client = rawClient(port);
      await client.socketId();
      client.send({ event: "pusher:unsubscribe", data: { channel: name } });
      client.send({ event: "pusher:subscribe", data: { channel: name } });
      await client.next("pusher_internal:subscription_succeeded");
      await publisher(port).trigger(name, "x", {});
      expect(await client.next("x")).toEqual({ event: "x", channel: name, data: "{}" });
      const answer = await publisher(port).get({ path: "/channels" });
      expect(await answer.text()).toBe(`{"channels":{"${name}":{}}}`);
    },
  );

  it("close with 1003 when binary, 1009 when huge, 4100 when flooding", async () => {
    const { port } = await startServer({ messagesPerSecond: 5 });
    const [binary, huge, flood] = [rawClient(port), rawClient(port), rawClient(port)];
    await Promise.all([binary, huge, flood].map((client) => client.socketId()));
    binary.send(Buffer.from('{"event":"pusher:ping"}'));
    huge.send("x".repeat(40_000));
    for (let n = 0; n < 8; n += 1) flood.send({ event: "pusher:ping" });
    expect((await binary.closed).code).toBe(1003);
    expect((await huge.closed).code).toBe(1009);
    expect((await flood.closed).code).toBe(4100);
  });

  it("may be bytes that aren't even a WebSocket", async () => {
    const { port } = await startServer();
    const client = rawClient(port);
    await client.socketId();
    (client.socket as WebSocket & { _socket: { write(bytes: Buffer): void } })._socket.write(Buffer.alloc(64, 0xff));
    await client.closed;
    const plain = connect(port, "127.0.0.1", () => plain.end("\0\0\0not http\r\n\r\n"));
    await new Promise((resolve) => plain.resume().on("close", resolve));
    await connected(browser(port));
  });

  it("can't join unlimited channels on one connection", async () => {
    const { port } = await startServer({ maxChannelsPerConnection: 2 });
    const client = browser(port);
    await subscribed(client, "doctor-1");
    await subscribed(client, "doctor-2");
    expect(await next(client.subscribe("doctor-3"), "pusher:subscription_error")).toMatchObject({ status: 413 });
    client.unsubscribe("doctor-1");
    await subscribed(client, "doctor-4");
  });
});

describe("slow consumers", () => {
  it("are disconnected, and the others receive everything", async () => {
    const { port } = await startServer({ maxBufferedBytes: 50_000 });
    const slow = rawClient(port);
    await slow.socketId();
    slow.send({ event: "pusher:subscribe", data: { channel: "doctor-1" } });
    await slow.next("pusher_internal:subscription_succeeded");
    const channel = await subscribed(browser(port), "doctor-1");
    let heard = 0;
    channel.bind("bulk", () => (heard += 1));
    slow.socket.pause();
    const api = publisher(port);
    const count = async () => {
      const answer = await api.get({ path: "/channels/doctor-1", params: { info: "subscription_count" } });
      return ((await answer.json()) as { subscription_count: number }).subscription_count;
    };
    let sent = 0;
    while (sent < 4_000 && (await count()) === 2) {
      const batch = Array.from({ length: 10 }, () => ({ channel: "doctor-1", name: "bulk", data: "x".repeat(10_000) }));
      await api.triggerBatch(batch);
      sent += batch.length;
    }
    expect(await count()).toBe(1);
    await vi.waitFor(() => expect(heard).toBe(sent), { timeout: 5_000 });
  });
});

describe("a server restart", () => {
  it("says goodbye, and clients return with all their channels", async () => {
    const first = await startServer();
    const client = browser(first.port);
    await subscribed(client, "doctor-1");
    const channel = await subscribed(client, "private-user-1");
    const farewell = rawClient(first.port);
    await farewell.socketId();
    await first.close();
    expect(await farewell.closed).toMatchObject({ code: 1001 });

    const second = await startServer({}, first.port);
    await next(channel, "pusher:subscription_succeeded");
    const event = next(channel, "appointment.confirmed");
    await publisher(second.port).trigger("private-user-1", "appointment.confirmed", { again: true });
    expect(await event).toEqual({ again: true });
  });

  it("closes within its deadline although a client never answers", async () => {
    const server = await startServer();
    const mute = rawClient(server.port);
    await mute.socketId();
    mute.socket.pause();
    const started = performance.now();
    await server.close();
    expect(performance.now() - started).toBeLessThan(2_500);
  });

  it("fails when the port is taken", async () => {
    const { port } = await startServer();
    await expect(startServer({}, port)).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});

describe("under load, the server", () => {
  it("delivers one event to 300 connections at once", async () => {
    const { port } = await startServer();
    const clients = Array.from({ length: 300 }, () => rawClient(port));
    for (const client of clients) {
      const auth = signature(`${await client.socketId()}:private-hospital-1`);
      client.send({ event: "pusher:subscribe", data: { channel: "private-hospital-1", auth } });
    }
    await Promise.all(clients.map((client) => client.next("pusher_internal:subscription_succeeded")));
    const heard = Promise.all(clients.map((client) => client.next("capacity.changed")));
    const started = performance.now();
    await publisher(port).trigger("private-hospital-1", "capacity.changed", {});
    await heard;
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
