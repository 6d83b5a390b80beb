import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type * as Publish from "@/lib/platform/realtime/publish";
import { type ChannelsServer, startChannelsServer } from "@/lib/platform/realtime/server/start-channels-server";
import { closeAll, rawClient, type RawClient } from "./channels-harness";

const app = { id: "caresync-test", key: "test-key", secret: "test-secret-test-secret" };
let server: ChannelsServer;
let publish: typeof Publish;

// Configuration is read once, so the port must be known before the publisher is loaded.
beforeAll(async () => {
  server = await startChannelsServer({ host: "127.0.0.1", port: 0, apps: [app] });
  process.env.PUSHER_PORT = String(server.port);
  publish = await import("@/lib/platform/realtime/publish");
});

afterAll(async () => {
  await closeAll();
  await server.close();
});

const message = (sequence: number): Publish.ChannelMessage => ({
  channel: "private-user-1",
  event: "appointment.booked",
  data: {
    id: crypto.randomUUID(),
    type: "appointment.booked",
    aggregate: "appointment",
    aggregateId: "0197a1b2-0000-7000-8000-000000000001",
    sequence,
    occurredAt: new Date().toISOString(),
  },
});

async function member(): Promise<RawClient> {
  const client = rawClient(server.port, `/app/${app.key}?protocol=7`);
  const { auth } = publish.signChannel(await client.socketId(), "private-user-1");
  client.send({ event: "pusher:subscribe", data: { channel: "private-user-1", auth } });
  await client.next("pusher_internal:subscription_succeeded");
  return client;
}

describe("publishMessages", () => {
  it("delivers any number of messages in order", async () => {
    const client = await member();
    const messages = Array.from({ length: 34 }, (_, index) => message(index + 1));
    await publish.publishMessages(messages);
    for (const { data } of messages) {
      const heard = await client.next("appointment.booked");
      expect(JSON.parse(String(heard.data))).toEqual(data);
    }
  });

  it("publishes only domain events", async () => {
    const client = await member();
    const more = { ...message(1), data: { ...message(1).data, patientName: "someone" } };
    await expect(publish.publishMessages([message(1), more])).rejects.toThrow();
    await publish.publishMessages([message(7)]);
    const heard = await client.next("appointment.booked");
    expect(JSON.parse(String(heard.data))).toMatchObject({ sequence: 7 });
  });

  it("does nothing for no messages", async () => {
    await expect(publish.publishMessages([])).resolves.toBeUndefined();
  });

  it("rejects with `unavailable`, without address or signature, when the server is down", async () => {
    const { port } = server;
    await server.close();
    const failure = publish.publishMessages([message(1)]);
    await expect(failure).rejects.toMatchObject({ code: "unavailable" });
    await expect(failure).rejects.not.toThrow(/auth_|127\.0\.0\.1|secret/);
    server = await startChannelsServer({ host: "127.0.0.1", port, apps: [app] });
    await publish.publishMessages([message(1)]);
  });
});

describe("signChannel", () => {
  it("signs presence data together with the channel", () => {
    const signed = publish.signChannel("1.2", "presence-ward", { user_id: "u1" });
    expect(signed).toEqual({
      auth: expect.stringMatching(/^test-key:[0-9a-f]{64}$/) as string,
      channel_data: '{"user_id":"u1"}',
    });
  });

  it.each([
    ["me", "private-user-1"],
    ["1.2", "private user"],
    ["1.2", ""],
  ])("refuses %s on %s", (socketId, channel) => {
    expect(() => publish.signChannel(socketId, channel)).toThrow(expect.objectContaining({ code: "invalid" }) as Error);
  });
});

describe("realtimeClientConfig", () => {
  it("tells the browser where to connect, and nothing secret", () => {
    const config = publish.realtimeClientConfig();
    expect(config).toEqual({ key: app.key, cluster: "", wsHost: "127.0.0.1", wsPort: server.port, forceTLS: false });
  });
});
