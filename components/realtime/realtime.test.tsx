import { act, render, screen } from "@testing-library/react";
import { StrictMode, useEffect } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SpineEvent } from "@/lib/platform/realtime/wire";
import { ConnectionStatus } from "./connection-status";
import { RealtimeProvider } from "./realtime-provider";
import { useChannelEvents } from "./use-channel-events";
import { useLiveRefresh } from "./use-live-refresh";
import { useShowChange } from "./use-show-change";

type Listener = (...args: unknown[]) => void;

/** pusher-js as far as pages use it, driven by the test. */
const fake = vi.hoisted(() => {
  class Emitter {
    listeners: [string, Listener][] = [];
    bind(event: string, listener: Listener) {
      this.listeners.push([event, listener]);
      return this;
    }
    unbind(event: string, listener: Listener) {
      this.listeners = this.listeners.filter(([name, known]) => name !== event || known !== listener);
    }
    bind_global(listener: Listener) {
      return this.bind("*", (event, data) => listener(event, data));
    }
    unbind_all() {
      this.listeners = [];
    }
    emit(event: string, data?: unknown) {
      for (const [name, listener] of [...this.listeners]) {
        if (name === event) listener(data);
        if (name === "*") listener(event, data);
      }
    }
  }
  class Connection extends Emitter {
    state = "connecting";
    socket_id = "1.1";
    connect() {}
    disconnect() {}
    become(state: string) {
      this.state = state;
      this.emit("state_change");
    }
  }
  const channels = new Map<string, InstanceType<typeof Emitter>>();
  return { Emitter, Connection, tab: { opened: 0, connection: new Connection(), channels } };
});

vi.mock("pusher-js", () => ({
  default: class {
    connection = fake.tab.connection;
    constructor() {
      fake.tab.opened += 1;
    }
    subscribe(name: string) {
      const channel = fake.tab.channels.get(name) ?? new fake.Emitter();
      fake.tab.channels.set(name, channel);
      return channel;
    }
    unsubscribe(name: string) {
      fake.tab.channels.delete(name);
    }
    send_event() {}
    signin() {}
    disconnect() {}
  },
}));

const refresh = vi.hoisted(() => vi.fn<() => void>());
vi.mock("next/navigation", () => {
  const router = { refresh };
  return { useRouter: () => router };
});

let count = 0;
beforeEach(() => {
  vi.useFakeTimers();
  refresh.mockClear();
  fake.tab.opened = 0;
  fake.tab.connection = new fake.Connection();
  fake.tab.channels.clear();
  count += 1; // another server each time, hence another client
});
afterEach(() => {
  vi.useRealTimers();
});

function Page({ children }: { children: React.ReactNode }) {
  const config = { key: `key-${count}`, cluster: "", wsHost: "localhost", wsPort: 6001, forceTLS: false };
  return <RealtimeProvider config={config}>{children}</RealtimeProvider>;
}

function Live({ channels }: { channels: string[] }) {
  useLiveRefresh(channels);
  return <p>live</p>;
}

function Ear({ hear, missed }: { hear: (event: SpineEvent) => void; missed?: () => void }) {
  useChannelEvents(["doctor-1", "doctor-2"], hear, missed);
  return null;
}

const event = (sequence: number): SpineEvent => ({
  id: crypto.randomUUID(),
  type: "availability.changed",
  aggregate: "schedule",
  aggregateId: "0197a1b2-0000-7000-8000-000000000001",
  sequence,
  occurredAt: "2026-01-01T00:00:00.000Z",
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
/** Long enough to gather one change's events. */
const gather = () => pass(20);
const say = (channel: string, name: string, data?: unknown) =>
  act(() => fake.tab.channels.get(channel)?.emit(name, data));

async function connect(...channels: string[]): Promise<void> {
  await pass(0);
  act(() => fake.tab.connection.become("connected"));
  for (const channel of channels) say(channel, "pusher:subscription_succeeded");
  await pass(1_000);
  refresh.mockClear();
}

it("refreshes the page when something happens, and once for one event on two channels", async () => {
  render(
    <Page>
      <Live channels={["private-user-1", "private-doctor-1"]} />
    </Page>,
  );
  await connect("private-user-1", "private-doctor-1");
  say("private-user-1", "availability.changed", event(1));
  await gather();
  expect(refresh).toHaveBeenCalledTimes(1);
  say("private-doctor-1", "availability.changed", event(1));
  await pass(2_000);
  expect(refresh).toHaveBeenCalledTimes(1);
});

it("refreshes after joining, because something may have happened since the page was rendered", async () => {
  render(
    <Page>
      <Live channels={["doctor-1"]} />
    </Page>,
  );
  await pass(0);
  act(() => fake.tab.connection.become("connected"));
  expect(refresh).not.toHaveBeenCalled();
  say("doctor-1", "pusher:subscription_succeeded");
  await gather();
  expect(refresh).toHaveBeenCalledTimes(1);
});

it("refreshes after a reconnection", async () => {
  render(
    <Page>
      <Live channels={["doctor-1"]} />
    </Page>,
  );
  await connect("doctor-1");
  act(() => fake.tab.connection.become("connecting"));
  act(() => fake.tab.connection.become("connected"));
  say("doctor-1", "pusher:subscription_succeeded");
  await gather();
  expect(refresh).toHaveBeenCalledTimes(1);
});

it("refreshes when someone comes back to the tab, but not after a glance elsewhere", async () => {
  render(
    <Page>
      <Live channels={["doctor-1"]} />
    </Page>,
  );
  await connect("doctor-1");
  const show = (visibility: string) => {
    vi.spyOn(document, "visibilityState", "get").mockReturnValue(visibility as DocumentVisibilityState);
    act(() => void document.dispatchEvent(new Event("visibilitychange")));
  };
  show("hidden");
  await pass(500);
  show("visible");
  await pass(1_000);
  expect(refresh).not.toHaveBeenCalled();
  show("hidden");
  await pass(5_000);
  show("visible");
  await gather();
  expect(refresh).toHaveBeenCalledTimes(1);
});

it("leaves its channels on unmount, and joins them once under StrictMode", async () => {
  const page = render(
    <StrictMode>
      <Page>
        <Live channels={["doctor-1"]} />
      </Page>
    </StrictMode>,
  );
  await connect("doctor-1");
  expect([fake.tab.opened, [...fake.tab.channels.keys()]]).toEqual([1, ["doctor-1"]]);
  page.unmount();
  await pass(3_000);
  expect([...fake.tab.channels.keys()]).toEqual([]);
});

it("follows a changed list of channels without leaving those that stay", async () => {
  const page = render(
    <Page>
      <Live channels={["doctor-1", "doctor-2"]} />
    </Page>,
  );
  await connect("doctor-1", "doctor-2");
  const kept = fake.tab.channels.get("doctor-2");
  page.rerender(
    <Page>
      <Live channels={["doctor-2", "doctor-3"]} />
    </Page>,
  );
  await pass(3_000);
  expect([...fake.tab.channels.keys()].sort()).toEqual(["doctor-2", "doctor-3"]);
  expect(fake.tab.channels.get("doctor-2")).toBe(kept);
});

it("delivers each event once, and says when one was missed", async () => {
  const [hear, missed] = [vi.fn<(event: SpineEvent) => void>(), vi.fn<() => void>()];
  render(
    <Page>
      <Ear hear={hear} missed={missed} />
    </Page>,
  );
  await connect("doctor-1", "doctor-2");
  missed.mockClear();
  for (const sequence of [1, 1, 2]) say("doctor-1", "availability.changed", event(sequence));
  say("doctor-2", "availability.changed", event(2));
  expect(missed).not.toHaveBeenCalled();
  say("doctor-2", "availability.changed", event(4));
  expect(missed).toHaveBeenCalledOnce();
  expect(hear.mock.calls.map(([{ sequence }]) => sequence)).toEqual([1, 2, 4]);
  expect(refresh).not.toHaveBeenCalled();
});

it("shows when the page was last current, three seconds after the connection is lost, and nothing while it is up", async () => {
  vi.setSystemTime(new Date("2026-01-01T14:32:00Z"));
  render(
    <Page>
      <ConnectionStatus />
      <Live channels={["doctor-1"]} />
    </Page>,
  );
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
  await connect("doctor-1");
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
  act(() => fake.tab.connection.become("unavailable"));
  await pass(2_900);
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
  await pass(200);
  const clock = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit" });
  const time = clock.format(new Date("2026-01-01T14:32:00Z"));
  expect(screen.getByRole("status")).toHaveTextContent(
    `Live updates are paused since ${time} – reload to see changes.`,
  );
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  act(() => void window.dispatchEvent(new Event("offline")));
  expect(screen.getByRole("status")).toHaveTextContent(`You're offline. This page shows information from ${time} and`);
  online.mockRestore();
  act(() => fake.tab.connection.become("connected"));
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
});

it("says that live updates are paused when the server knew so, until a page says otherwise", async () => {
  const { rerender } = render(
    <Page>
      <ConnectionStatus isPaused />
      <Live channels={["doctor-1"]} />
    </Page>,
  );
  await connect("doctor-1");
  expect(screen.getByRole("status")).toHaveTextContent("Live updates are paused – reload to see changes.");
  rerender(
    <Page>
      <ConnectionStatus />
      <Live channels={["doctor-1"]} />
    </Page>,
  );
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
});

describe("a change made on the page", () => {
  type Show = ReturnType<typeof useShowChange>;
  let show: Show;
  const give = (given: Show) => void (show = given);
  function Maker({ onShow }: { onShow: (show: Show) => void }) {
    const own = useShowChange();
    useEffect(() => onShow(own));
    return null;
  }
  /** The answer of an action that recorded these events; tells whether the page shows it. */
  async function answer(events: SpineEvent[]) {
    const state = { isShown: false };
    await act(async () => {
      void show({ ok: true, data: null, events: events.map(({ id }) => id) }).then(() => (state.isShown = true));
    });
    return state;
  }
  async function open() {
    render(
      <Page>
        <Live channels={["private-hospital-1"]} />
        <Maker onShow={give} />
      </Page>,
    );
    await connect("private-hospital-1");
  }

  it("refreshes once when its event comes after the answer", async () => {
    await open();
    const own = event(1);
    const state = await answer([own]);
    await pass(200);
    expect([refresh.mock.calls.length, state.isShown]).toEqual([0, false]);
    say("private-hospital-1", "ambulance-booking.dispatched", own);
    await pass(5_000);
    expect([refresh.mock.calls.length, state.isShown]).toEqual([1, true]);
  });

  it("refreshes once when its event came before the answer, and nothing keeps waiting", async () => {
    await open();
    const own = event(1);
    say("private-hospital-1", "ambulance-booking.dispatched", own);
    await pass(300);
    const state = await answer([event(7), own]);
    expect(state.isShown).toBe(true);
    await pass(5_000);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it("is not considered shown because of another change's event", async () => {
    await open();
    say("private-hospital-1", "ambulance-booking.dispatched", event(1));
    await pass(300);
    const own = event(2);
    const state = await answer([own]);
    expect(state.isShown).toBe(false);
    say("private-hospital-1", "ambulance-booking.dispatched", own);
    await pass(5_000);
    expect([refresh.mock.calls.length, state.isShown]).toEqual([2, true]);
  });

  it("refreshes at once when it recorded nothing or was refused, and within a second when its event isn't received", async () => {
    await open();
    await answer([]);
    await gather();
    expect(refresh).toHaveBeenCalledTimes(1);
    void show({ ok: false, error: { code: "version-mismatch", message: "", requestId: "" } });
    await pass(500);
    expect(refresh).toHaveBeenCalledTimes(2);
    const state = await answer([event(3)]);
    await pass(900);
    expect(refresh).toHaveBeenCalledTimes(2);
    await pass(200);
    expect([refresh.mock.calls.length, state.isShown]).toEqual([3, true]);
  });

  it("refreshes at once while offline, and where nothing is live", async () => {
    await open();
    act(() => fake.tab.connection.become("unavailable"));
    await answer([event(1)]);
    await gather();
    expect(refresh).toHaveBeenCalledTimes(1);
    render(<Maker onShow={give} />);
    await answer([event(2)]);
    expect(refresh).toHaveBeenCalledTimes(2);
  });
});
