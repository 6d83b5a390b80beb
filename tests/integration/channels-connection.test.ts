import { afterEach, describe, expect, it, vi } from "vitest";
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

describe("signed-in users", () => {
  it("receive what is sent to them, on all their connections", async () => {
    const { port } = await startServer();
    const client = await connected(browser(port, { userId: "anna" }));
    client.signin();
    await vi.waitFor(() => expect(client.user.serverToUserChannel?.subscribed).toBe(true));
    const heard = next(client.user, "notification.created");
    await publisher(port).sendToUser("anna", "notification.created", { id: "n1" });
    expect(await heard).toEqual({ id: "n1" });
  });

  it("join presence channels without channel_data", async () => {
    const { port } = await startServer();
    const client = rawClient(port);
    const id = await client.socketId();
    const userData = JSON.stringify({ id: "anna", user_info: { seat: 2 } });
    client.send({ event: "pusher:signin", data: { auth: signature(`${id}::user::${userData}`), user_data: userData } });
    await client.next("pusher:signin_success");
    client.send({
      event: "pusher:subscribe",
      data: { channel: "presence-ward", auth: signature(`${id}:presence-ward`) },
    });
    const { data } = await client.next("pusher_internal:subscription_succeeded");
    expect(JSON.parse(String(data))).toEqual({ presence: { count: 1, ids: ["anna"], hash: { anna: { seat: 2 } } } });
  });

  it("are disconnected with 4009 when terminated, and do not return", async () => {
    const { port } = await startServer();
    const client = await connected(browser(port, { userId: "anna" }));
    client.signin();
    await client.user.signinDonePromise;
    const gone = next(client.connection, "disconnected");
    await publisher(port).terminateUserConnections("anna");
    await gone;
    expect(client.connection.state).toBe("disconnected");
  });

  it("can't be claimed without a signature, nor listened to by others", async () => {
    const { port } = await startServer();
    const listener = rawClient(port);
    await listener.socketId();
    listener.send({ event: "pusher:subscribe", data: { channel: "#server-to-user-anna" } });
    expect(await listener.next("pusher:error")).toMatchObject({ data: { code: 4009 } });
    const claimant = rawClient(port);
    await claimant.socketId();
    claimant.send({ event: "pusher:signin", data: { auth: "care-key:00", user_data: '{"id":"anna"}' } });
    expect(await claimant.closed).toMatchObject({ code: 4009 });
  });
});
