import type { Members, PresenceChannel } from "pusher-js";
import { afterEach, describe, expect, it } from "vitest";
import {
  browser,
  CHATTY,
  closeAll,
  next,
  publisher,
  rawClient,
  settle,
  signature,
  startServer,
  subscribed,
} from "./channels-harness";

afterEach(closeAll);

describe("public and private channels", () => {
  it("deliver to subscribers and no one else", async () => {
    const { port } = await startServer();
    const [here, there] = [browser(port), browser(port)];
    const channel = await subscribed(here, "doctor-1");
    const other = await subscribed(there, "doctor-2");
    const heard: unknown[] = [];
    other.bind_global((name: string) => heard.push(name));
    const event = next(channel, "availability.changed");
    await publisher(port).trigger("doctor-1", "availability.changed", { sequence: 3 });
    expect(await event).toEqual({ sequence: 3 });
    await settle();
    expect(heard).toEqual([]);
  });

  it("accept a signature for this socket and this channel", async () => {
    const { port } = await startServer();
    const channel = await subscribed(browser(port), "private-user-1");
    const event = next(channel, "appointment.booked");
    await publisher(port).trigger("private-user-1", "appointment.booked", { id: "e1" });
    expect(await event).toEqual({ id: "e1" });
  });

  it("stop delivering after unsubscribing, and forget an empty channel", async () => {
    const { port } = await startServer();
    const client = browser(port);
    const channel = await subscribed(client, "doctor-1");
    const heard: unknown[] = [];
    channel.bind("availability.changed", (data: unknown) => heard.push(data));
    client.unsubscribe("doctor-1");
    await settle();
    await publisher(port).trigger("doctor-1", "availability.changed", {});
    expect(await (await publisher(port).get({ path: "/channels" })).json()).toEqual({ channels: {} });
    expect(heard).toEqual([]);
  });

  it("refuse a forged signature, keep the connection, and report it on the channel", async () => {
    const { port } = await startServer();
    const client = browser(port, { forge: true });
    const error = next(client.connection, "error");
    const channel = client.subscribe("private-user-1");
    expect(await next(channel, "pusher:subscription_error")).toMatchObject({ type: "AuthError", status: 401 });
    expect(await error).toMatchObject({ data: { code: 4009 } });
    expect(client.connection.state).toBe("connected");
  });

  it.each([
    ["no signature", () => undefined],
    ["another channel's signature", (id: string) => signature(`${id}:private-user-2`)],
    ["another socket's signature", () => signature("1.1:private-user-1")],
    ["another app's secret", (id: string) => signature(`${id}:private-user-1`, { ...CHATTY, key: "care-key" })],
    ["another app's key", (id: string) => signature(`${id}:private-user-1`, CHATTY)],
    ["a cut signature", (id: string) => signature(`${id}:private-user-1`).slice(0, -1)],
  ])("refuse %s", async (_name, sign) => {
    const { port } = await startServer();
    const client = rawClient(port);
    const auth = sign(await client.socketId());
    client.send({ event: "pusher:subscribe", data: { channel: "private-user-1", auth } });
    expect(await client.next("pusher:error")).toMatchObject({ data: { code: 4009 } });
    expect(client.messages.some(({ event }) => event === "pusher_internal:subscription_succeeded")).toBe(false);
  });
});

describe("presence channels", () => {
  it("tell who is here, who joins and who leaves, once per person", async () => {
    const { port } = await startServer();
    const anna = await subscribed(browser(port, { userId: "anna", userInfo: { seat: 1 } }), "presence-ward");
    const members = (anna as PresenceChannel).members;
    expect([members.count, members.myID]).toEqual([1, "anna"]);

    const added = next(anna, "pusher:member_added");
    const [phone, desk] = [browser(port, { userId: "bela" }), browser(port, { userId: "bela" })];
    const onPhone = next<Members>(phone.subscribe("presence-ward"), "pusher:subscription_succeeded");
    expect(await added).toEqual({ id: "bela", info: {} });
    expect((await onPhone).members).toEqual({ anna: { seat: 1 }, bela: {} });
    await subscribed(desk, "presence-ward");
    expect(members.count).toBe(2);

    const removed: unknown[] = [];
    anna.bind("pusher:member_removed", (member: unknown) => removed.push(member));
    phone.disconnect();
    await settle();
    expect(removed).toEqual([]);
    const gone = next(anna, "pusher:member_removed");
    desk.unsubscribe("presence-ward");
    expect(await gone).toEqual({ id: "bela", info: {} });
  });

  it("refuse data that was not signed, names no user, or is too long", async () => {
    const { port } = await startServer();
    const client = rawClient(port);
    const id = await client.socketId();
    const join = async (signed: string, sent: string) => {
      const auth = signature(`${id}:presence-ward:${signed}`);
      client.send({ event: "pusher:subscribe", data: { channel: "presence-ward", auth, channel_data: sent } });
      return (await client.next("pusher:error")).data;
    };
    expect(await join('{"user_id":"anna"}', '{"user_id":"bela"}')).toMatchObject({ code: 4009 });
    expect(await join("{}", "{}")).toMatchObject({ code: 4300 });
    expect(await join("not json", "not json")).toMatchObject({ code: 4300 });
    const chatter = JSON.stringify({ user_id: "anna", user_info: "x".repeat(2_000) });
    expect(await join(chatter, chatter)).toMatchObject({ code: 4300 });
  });

  it("limit their members", async () => {
    const { port } = await startServer({ maxPresenceMembers: 1 });
    await subscribed(browser(port, { userId: "anna" }), "presence-ward");
    await subscribed(browser(port, { userId: "anna" }), "presence-ward");
    const late = browser(port, { userId: "bela" }).subscribe("presence-ward");
    expect(await next(late, "pusher:subscription_error")).toMatchObject({ status: 413 });
  });

  it("treat a person called __proto__ like any other", async () => {
    const { port } = await startServer();
    await subscribed(browser(port, { userId: "__proto__" }), "presence-ward");
    const answer = await publisher(port).get({ path: "/channels/presence-ward/users" });
    expect(await answer.json()).toEqual({ users: [{ id: "__proto__" }] });
  });
});

describe("client events", () => {
  it("reach the others on a private channel of an app that allows them, not the sender", async () => {
    const { port } = await startServer();
    const [one, two] = [browser(port, { app: CHATTY }), browser(port, { app: CHATTY })];
    const [mine, theirs] = [await subscribed(one, "private-room"), await subscribed(two, "private-room")];
    const echoes: unknown[] = [];
    mine.bind("client-typing", (data: unknown) => echoes.push(data));
    const heard = next(theirs, "client-typing");
    mine.trigger("client-typing", { at: 1 });
    expect(await heard).toEqual({ at: 1 });
    await settle();
    expect(echoes).toEqual([]);
  });

  it("carry the sender's ID on presence channels", async () => {
    const { port } = await startServer();
    const anna = await subscribed(browser(port, { app: CHATTY, userId: "anna" }), "presence-ward");
    const bela = await subscribed(browser(port, { app: CHATTY, userId: "bela" }), "presence-ward");
    const heard = new Promise((resolve) => {
      bela.bind("client-wave", (data: unknown, metadata: unknown) => resolve([data, metadata]));
    });
    anna.trigger("client-wave", {});
    expect(await heard).toEqual([{}, { user_id: "anna" }]);
  });

  it("are refused when the app does not allow them", async () => {
    const { port } = await startServer();
    const [one, two] = [browser(port), browser(port)];
    const [mine, theirs] = [await subscribed(one, "private-room"), await subscribed(two, "private-room")];
    const heard: unknown[] = [];
    theirs.bind("client-typing", () => heard.push(1));
    const error = next(one.connection, "error");
    mine.trigger("client-typing", {});
    expect(await error).toMatchObject({ data: { code: 4301 } });
    await settle();
    expect(heard).toEqual([]);
  });

  it.each(["doctor-1", "private-never-joined", "private-encrypted-room"])("are refused on %s", async (name) => {
    const { port } = await startServer();
    const client = rawClient(port, `/app/${CHATTY.key}?protocol=7`);
    const id = await client.socketId();
    if (name !== "private-never-joined") {
      const auth = signature(`${id}:${name}`, CHATTY);
      client.send({ event: "pusher:subscribe", data: { channel: name, auth } });
      await client.next("pusher_internal:subscription_succeeded");
    }
    client.send({ event: "client-typing", channel: name, data: {} });
    expect(await client.next("pusher:error")).toMatchObject({ data: { code: 4301 } });
  });

  it("are limited in size and number", async () => {
    const { port } = await startServer({ clientEventsPerSecond: 2 });
    const client = browser(port, { app: CHATTY });
    const channel = await subscribed(client, "private-room");
    const tooLarge = next<{ data: { message: string } }>(client.connection, "error");
    channel.trigger("client-typing", "x".repeat(10_241));
    expect((await tooLarge).data.message).toMatch(/large/);
    const tooMany = next<{ data: { code: number; message: string } }>(client.connection, "error");
    for (let n = 0; n < 4; n += 1) channel.trigger("client-typing", {});
    expect((await tooMany).data).toEqual({ code: 4301, message: "Too many client events" });
  });
});
