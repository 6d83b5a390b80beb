import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RealtimeClient } from "@/lib/platform/realtime/browser/realtime-client";
import type { SpineEvent } from "@/lib/platform/realtime/wire";
import { APP, closeAll, publisher, settle, startServer } from "./channels-harness";

let server: Awaited<ReturnType<typeof startServer>>;
let client: RealtimeClient;
/** How POST /api/realtime/auth answers; the body it was sent is recorded. */
let authorise: (socketId: string, channel: string) => Response;
const asked: string[] = [];

beforeEach(async () => {
  server = await startServer();
  client = new RealtimeClient({ key: APP.key, cluster: "", wsHost: "127.0.0.1", wsPort: server.port, forceTLS: false });
  authorise = (socketId, channel) => Response.json(publisher(server.port).authorizeChannel(socketId, channel));
  vi.stubGlobal("fetch", (_url: string, init: RequestInit) => {
    const { socket_id, channel_name } = JSON.parse(String(init.body)) as { socket_id: string; channel_name: string };
    asked.push(channel_name);
    return Promise.resolve(authorise(socket_id, channel_name));
  });
});

afterEach(async () => {
  await client.close();
  vi.unstubAllGlobals();
  asked.length = 0;
  await closeAll();
});

const event = (sequence: number, more: Partial<SpineEvent> = {}): SpineEvent => ({
  id: crypto.randomUUID(),
  type: "appointment.booked",
  aggregate: "appointment",
  aggregateId: "0197a1b2-0000-7000-8000-000000000001",
  sequence,
  occurredAt: "2026-01-01T00:00:00.000Z",
  ...more,
});

function listener() {
  return { onEvent: vi.fn<(event: SpineEvent) => void>(), onMissed: vi.fn<() => void>() };
}

async function occupied(): Promise<string[]> {
  const answer = await publisher(server.port).get({ path: "/channels" });
  return Object.keys(((await answer.json()) as { channels: object }).channels);
}

describe("RealtimeClient", () => {
  it("connects only when someone listens", async () => {
    await settle();
    expect(client.state.get()).toEqual({ status: "idle", heardAt: 0 });
  });

  it("delivers events to every listener of the channel, over one subscription", async () => {
    const [one, two] = [listener(), listener()];
    client.listen("private-user-1", one);
    client.listen("private-user-1", two);
    await vi.waitFor(() => expect(one.onMissed).toHaveBeenCalledOnce());
    expect(client.state.get().status).toBe("connected");
    const sent = event(1);
    await publisher(server.port).trigger("private-user-1", sent.type, sent);
    await vi.waitFor(() => expect(one.onEvent).toHaveBeenCalledExactlyOnceWith(sent));
    expect(two.onEvent).toHaveBeenCalledExactlyOnceWith(sent);
    expect(asked).toEqual(["private-user-1"]);
  });

  it("drops everything but valid domain events, from any sender", async () => {
    const one = listener();
    client.listen("doctor-1", one);
    await vi.waitFor(() => expect(one.onMissed).toHaveBeenCalled());
    const api = publisher(server.port);
    await api.trigger("doctor-1", "appointment.booked", { ...event(1), patientName: "someone" });
    await api.trigger("doctor-1", "appointment.booked", "text");
    await api.trigger("doctor-1", "client-appointment", event(1));
    await api.trigger("doctor-1", "appointment.booked", event(2));
    await vi.waitFor(() => expect(one.onEvent).toHaveBeenCalled());
    expect(one.onEvent.mock.calls.map(([{ sequence }]) => sequence)).toEqual([2]);
  });

  it("leaves a channel a while after its last listener, but not between two pages", async () => {
    const one = listener();
    const stopFirst = client.listen("doctor-1", one);
    const stopSecond = client.listen("doctor-1", listener());
    client.listen("doctor-2", listener());
    await vi.waitFor(async () => expect((await occupied()).sort()).toEqual(["doctor-1", "doctor-2"]));
    stopFirst();
    stopSecond();
    const stopThird = client.listen("doctor-1", one);
    await settle(2_300);
    expect(await occupied()).toContain("doctor-1");
    expect(one.onMissed).toHaveBeenCalledOnce();
    stopThird();
    await vi.waitFor(async () => expect(await occupied()).toEqual(["doctor-2"]), { timeout: 4_000 });
  });

  it("says that events may have been missed after the server was away, and since when", async () => {
    const one = listener();
    client.listen("private-user-1", one);
    await vi.waitFor(() => expect(one.onMissed).toHaveBeenCalledOnce());
    const before = Date.now();
    await server.close();
    await vi.waitFor(() => expect(client.state.get().status).toBe("disconnected"), { timeout: 3_000 });
    expect(client.state.get().heardAt).toBeLessThanOrEqual(before);
    server = await startServer({}, server.port);
    await vi.waitFor(() => expect(one.onMissed).toHaveBeenCalledTimes(2), { timeout: 8_000 });
    expect(client.state.get().status).toBe("connected");
  });

  it("reconnects at once when woken", async () => {
    const one = listener();
    client.listen("doctor-1", one);
    await vi.waitFor(() => expect(one.onMissed).toHaveBeenCalledOnce());
    await server.close();
    await vi.waitFor(() => expect(client.state.get().status).toBe("disconnected"), { timeout: 3_000 });
    await settle(300);
    server = await startServer({}, server.port);
    client.wake();
    await vi.waitFor(() => expect(one.onMissed).toHaveBeenCalledTimes(2), { timeout: 500 });
  });

  it("survives a refused channel: asks once, keeps the others, and reports nothing", async () => {
    const [refused, granted] = [listener(), listener()];
    const grant = authorise;
    authorise = (id, channel) =>
      channel === "private-admin" ? new Response(null, { status: 403 }) : grant(id, channel);
    client.listen("private-admin", refused);
    client.listen("private-user-1", granted);
    await vi.waitFor(() => expect(granted.onMissed).toHaveBeenCalled());
    await settle(1_500);
    expect(asked.sort()).toEqual(["private-admin", "private-user-1"]);
    expect(refused.onMissed).not.toHaveBeenCalled();
  });

  it("refreshes the page when a channel it had is refused after a reconnection", async () => {
    const one = listener();
    client.listen("private-user-1", one);
    await vi.waitFor(() => expect(one.onMissed).toHaveBeenCalledOnce());
    authorise = () => new Response(null, { status: 404 });
    await server.close();
    server = await startServer({}, server.port);
    await vi.waitFor(() => expect(one.onMissed).toHaveBeenCalledTimes(2), { timeout: 8_000 });
    expect(asked).toHaveLength(2);
  });

  it("leaves the page alone when the user was signed out, so that nothing typed is lost", async () => {
    const one = listener();
    client.listen("private-user-1", one);
    await vi.waitFor(() => expect(one.onMissed).toHaveBeenCalledOnce());
    authorise = () => new Response(null, { status: 401 });
    await server.close();
    server = await startServer({}, server.port);
    await vi.waitFor(() => expect(asked).toHaveLength(2), 10_000);
    await settle();
    expect(one.onMissed).toHaveBeenCalledOnce();
  });
});
