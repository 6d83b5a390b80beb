import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { signOut } from "@/lib/domain/accounts/sign-out";
import { signOutEverywhere } from "@/lib/domain/accounts/internal/sign-out-everywhere";
import { suspendUser } from "@/lib/domain/administration/suspend-user";
import { removeStaff } from "@/lib/domain/staff/remove-staff";
import { publishEvents } from "@/lib/domain/notifications/publish-events";
import { sessionIdOf } from "@/lib/platform/auth/session-token";
import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { startRelay } from "@/lib/platform/events/relay";
import { RealtimeClient } from "@/lib/platform/realtime/browser/realtime-client";
import { needsGrant } from "@/lib/platform/realtime/grant";
import { signChannel, signOwner } from "@/lib/platform/realtime/publish";
import { startChannelsServer, type ChannelsServer } from "@/lib/platform/realtime/server/start-channels-server";
import { actorOf } from "../support/actors";
import { createAdmin } from "../support/factories";
import { signedIn } from "../support/sessions";
import { closeAll, rawClient, type RawClient } from "./channels-harness";
import { ask, closedWithin, happen, hospitalWithTwo } from "./channels-rights-harness";

const SECOND = 1_000;
let server: ChannelsServer;
let relay: ReturnType<typeof startRelay>;

beforeAll(async () => {
  const { appId: id, key, secret } = config.pusher;
  server = await startChannelsServer({ host: "127.0.0.1", port: 0, apps: [{ id, key, secret, needsGrant }] });
  config.pusher.port = server.port;
  const nothing = async () => undefined;
  relay = startRelay({ channels: publishEvents, notifications: nothing, directory: nothing, waitlist: nothing });
});
afterEach(closeAll);
afterAll(async () => {
  await relay.stop();
  await server.close();
});

const knock = () => rawClient(server.port, `/app/${config.pusher.key}?protocol=7`);
const subscribe = (socket: RawClient, channel: string, auth: string) =>
  socket.send({ event: "pusher:subscribe", data: { channel, auth } });

/** A socket that does exactly what a page does, from the cookie to the joined channel. */
async function listening(cookie: string, channel: string): Promise<RawClient & { id: string }> {
  const socket = knock();
  const id = await socket.socketId();
  const { body } = await ask(cookie, id, channel);
  socket.send({ event: "pusher:signin", data: body.signIn });
  subscribe(socket, channel, body.auth);
  await socket.next("pusher_internal:subscription_succeeded");
  return Object.assign(socket, { id });
}

describe("an open socket is closed within a second", () => {
  it("when a coordinator is removed, who may rejoin what is still theirs but not the hospital's channel", async () => {
    const { hospital, manager, coordinator, channel, cookie } = await hospitalWithTwo();
    const socket = await listening(cookie, channel);
    await happen(hospital.id);
    await socket.next("capacity.changed");
    await removeStaff(await actorOf(manager.user), { hospitalId: hospital.id, id: coordinator.staff.id });
    expect(await closedWithin(socket, SECOND)).toMatchObject({ code: 4009 });
    const fresh = knock();
    const socketId = await fresh.socketId();
    expect((await ask(cookie, socketId, channel)).status).toBe(404);
    expect((await ask(cookie, socketId, `private-user-${coordinator.user.id}`)).status).toBe(200);
  });

  it("when its user is suspended, on every device", async () => {
    const { coordinator, channel, cookie } = await hospitalWithTwo();
    const sockets = [await listening(cookie, channel), await listening(await signedIn(coordinator.user), channel)];
    await suspendUser(await actorOf(await createAdmin()), coordinator.user.id);
    for (const socket of sockets) expect(await closedWithin(socket, SECOND)).toMatchObject({ code: 4009 });
  });

  it("on sign-out, while another device and a colleague keep receiving", async () => {
    const { hospital, manager, coordinator, channel, cookie } = await hospitalWithTwo();
    const socket = await listening(cookie, channel);
    const others = [
      await listening(await signedIn(coordinator.user), channel),
      await listening(await signedIn(manager.user), channel),
    ];
    await signOut((await sessionIdOf(cookie))!);
    expect(await closedWithin(socket, SECOND)).toMatchObject({ code: 4009 });
    await happen(hospital.id);
    for (const other of others) await other.next("capacity.changed");
  });

  it("on signing out everywhere", async () => {
    const { coordinator, channel, cookie } = await hospitalWithTwo();
    const socket = await listening(cookie, channel);
    await signOutEverywhere(await actorOf(coordinator.user));
    expect(await closedWithin(socket, SECOND)).toMatchObject({ code: 4009 });
  });

  it("when its session expires", async () => {
    const { coordinator, channel, cookie } = await hospitalWithTwo();
    await db.session.updateMany({
      where: { userId: coordinator.user.id },
      data: { expiresAt: new Date(Date.now() + 1_500) },
    });
    const socket = await listening(cookie, channel);
    expect(await closedWithin(socket, 1_500 + 2 * SECOND)).toMatchObject({ code: 4101 });
  });
});

describe("a copied signature", () => {
  it("joins nothing without the sign-in it was issued with", async () => {
    const { channel, cookie } = await hospitalWithTwo();
    const socket = knock();
    const { body } = await ask(cookie, await socket.socketId(), channel);
    subscribe(socket, channel, body.auth);
    expect(JSON.parse(String((await socket.next("pusher:subscription_error")).data))).toMatchObject({ status: 401 });
  });

  it("joins nothing on a socket that is signed in as someone else", async () => {
    const [one, two] = [await hospitalWithTwo(), await hospitalWithTwo()];
    const socket = await listening(one.cookie, one.channel);
    const { body } = await ask(two.cookie, socket.id, two.channel);
    subscribe(socket, two.channel, body.auth);
    await socket.next("pusher:subscription_error");
    socket.send({ event: "pusher:signin", data: body.signIn });
    expect(await socket.closed).toMatchObject({ code: 4009 });
  });

  it("held back until the right is gone is worthless", async () => {
    const { hospital, manager, coordinator, channel, cookie } = await hospitalWithTwo();
    const [witness, socket] = [await listening(cookie, channel), knock()];
    const { body } = await ask(cookie, await socket.socketId(), channel);
    await removeStaff(await actorOf(manager.user), { hospitalId: hospital.id, id: coordinator.staff.id });
    await witness.closed;
    socket.send({ event: "pusher:signin", data: body.signIn });
    subscribe(socket, channel, body.auth);
    expect(await socket.closed).toMatchObject({ code: 4009 });
  });

  it("asked for before the right was gone, and signed after it, is worthless", async () => {
    const { manager, coordinator, hospital, channel, cookie } = await hospitalWithTwo();
    const [witness, socket] = [await listening(cookie, channel), knock()];
    const { body } = await ask(cookie, await socket.socketId(), channel, async () => {
      await removeStaff(await actorOf(manager.user), { hospitalId: hospital.id, id: coordinator.staff.id });
      await witness.closed;
    });
    socket.send({ event: "pusher:signin", data: body.signIn });
    subscribe(socket, channel, body.auth);
    expect(await socket.closed).toMatchObject({ code: 4009 });
  });

  it("is refused when its sign-in is old, expired, or lists no channels", async () => {
    const now = Date.now();
    const grants = {
      old: { hears: ["private-admin"], at: now - 61_000, until: now + 60_000 },
      over: { hears: ["private-admin"], at: now, until: now - 1 },
    };
    for (const grant of [grants.old, grants.over, {} as never]) {
      const socket = knock();
      socket.send({ event: "pusher:signin", data: signOwner(await socket.socketId(), { id: "x", grant }) });
      expect([4009, 4101]).toContain((await socket.closed).code);
    }
    const call = knock();
    const channel = "private-call-0197a3c0-0000-7000-8000-00000000000a";
    subscribe(call, channel, signChannel(await call.socketId(), channel).auth);
    await call.next("pusher_internal:subscription_succeeded");
  });
});

describe("a page", () => {
  it("uses one connection, and after losing a right rejoins what is left to it", async () => {
    const { hospital, manager, coordinator, channel, cookie } = await hospitalWithTwo();
    vi.stubGlobal("fetch", (_url: string, init: RequestInit) => {
      const { socket_id, channel_name } = JSON.parse(String(init.body)) as { socket_id: string; channel_name: string };
      return ask(cookie, socket_id, channel_name).then(({ status, body }) => Response.json(body, { status }));
    });
    const client = new RealtimeClient({
      key: config.pusher.key,
      cluster: "",
      wsHost: "127.0.0.1",
      wsPort: server.port,
      forceTLS: false,
    });
    const [own, hospitals] = [
      { onEvent: vi.fn(), onMissed: vi.fn() },
      { onEvent: vi.fn(), onMissed: vi.fn() },
    ];
    client.listen(`private-user-${coordinator.user.id}`, own);
    client.listen(channel, hospitals);
    await vi.waitFor(
      () => expect([own.onMissed.mock.calls.length, hospitals.onMissed.mock.calls.length]).toEqual([1, 1]),
      5_000,
    );
    await removeStaff(await actorOf(manager.user), { hospitalId: hospital.id, id: coordinator.staff.id });
    // Once for rejoining, once for being refused: both times the page refreshes.
    await vi.waitFor(
      () => expect([own.onMissed.mock.calls.length, hospitals.onMissed.mock.calls.length]).toEqual([2, 2]),
      10_000,
    );
    hospitals.onEvent.mockClear();
    await happen(hospital.id);
    await signOut((await sessionIdOf(cookie))!);
    await vi.waitFor(() => expect(client.state.get().status).toBe("disconnected"), 5_000);
    await vi.waitFor(() => expect(client.state.get().status).toBe("connected"), 10_000);
    // Signed out: no refresh, so that nothing being typed is lost.
    expect([own.onMissed.mock.calls.length, hospitals.onEvent.mock.calls.length]).toEqual([2, 0]);
    await client.close();
    vi.unstubAllGlobals();
  });
});
