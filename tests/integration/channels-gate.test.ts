import { afterEach, describe, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import { connect } from "node:net";
import {
  APP,
  browser,
  closeAll,
  connected,
  next,
  publisher,
  rawClient,
  settle,
  startServer,
  subscribed,
} from "./channels-harness";

const open: WebSocket[] = [];

afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate();
  await closeAll();
});

/** The answer to a socket: 101 when it opens, else the status of the refusal. */
function knock(port: number, headers: Record<string, string> = {}): Promise<number | undefined> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/app/${APP.key}?protocol=7`, { headers });
  open.push(socket);
  socket.on("error", () => undefined);
  return new Promise((resolve) => {
    socket.once("open", () => resolve(101));
    socket.once("unexpected-response", (_request, response) => resolve(response.statusCode));
  });
}

describe("the connection gate of the channels server", () => {
  it("admits pages of its own sites and programs, which send no origin, and no other page", async () => {
    const { port } = await startServer({}, 0, { origins: ["https://care.example", "http://localhost:3000"] });
    const answers = async (origins: string[]) => Promise.all(origins.map((Origin) => knock(port, { Origin })));
    expect(await answers(["https://care.example", "http://localhost:3000", "http://127.0.0.1:3000"])).toEqual([
      101, 101, 101,
    ]);
    const foreign = [
      "https://evil.example",
      "http://care.example",
      "https://care.example.evil.example",
      "http://127.0.0.1:3001",
      "null",
    ];
    expect(await answers(foreign)).toEqual(foreign.map(() => 403));
    expect(await knock(port)).toBe(101);
  });

  it("limits the open sockets of one network, until one has closed", async () => {
    const { port } = await startServer({ maxConnectionsPerAddress: 2 });
    const first = rawClient(port);
    await first.socketId();
    expect([await knock(port), await knock(port)]).toEqual([101, 429]);
    first.socket.close();
    await first.closed;
    await settle();
    expect(await knock(port)).toBe(101);
  });

  it("uses the address the proxy wrote last, and none that a client wrote without a proxy", async () => {
    const behind = await startServer({ maxConnectionsPerAddress: 1 }, 0, { trustsProxy: true });
    const from = (port: number, address: string) => knock(port, { "X-Forwarded-For": address });
    expect(await from(behind.port, "192.0.2.1")).toBe(101);
    expect(await from(behind.port, "192.0.2.2")).toBe(101);
    expect(await from(behind.port, "198.51.100.7, 192.0.2.1")).toBe(429);
    const bare = await startServer({ maxConnectionsPerAddress: 1 });
    expect([await from(bare.port, "192.0.2.1"), await from(bare.port, "192.0.2.2")]).toEqual([101, 429]);
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
