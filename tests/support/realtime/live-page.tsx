import { act, render } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { RealtimeProvider } from "@/components/realtime/realtime-provider";
import { useLiveRefresh } from "@/components/realtime/use-live-refresh";
import type { SpineEvent } from "@/lib/platform/realtime/wire";
import { forgetTab, refresh, tab } from "./fake-browser";

let count = 0;

/** Gives each test a tab of its own, and a clock that only `pass` moves. */
export function openTabPerTest(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    refresh.mockClear();
    forgetTab();
    count += 1; // another server each time, hence another client
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

export function Page({ children }: { children: React.ReactNode }) {
  const config = { key: `key-${count}`, cluster: "", wsHost: "localhost", wsPort: 6001, forceTLS: false };
  return <RealtimeProvider config={config}>{children}</RealtimeProvider>;
}

export function Live({ channels, since }: { channels: string[]; since?: string }) {
  useLiveRefresh(channels, { since: since ?? null });
  return <p>live</p>;
}

export function renderLive(...channels: string[]) {
  return render(
    <Page>
      <Live channels={channels} />
    </Page>,
  );
}

export const event = (sequence: number): SpineEvent => ({
  id: crypto.randomUUID(),
  type: "availability.changed",
  aggregate: "schedule",
  aggregateId: "0197a1b2-0000-7000-8000-000000000001",
  sequence,
  occurredAt: "2026-01-01T00:00:00.000Z",
});

export const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
/** Long enough to gather one change's events. */
export const gather = () => pass(20);
export const say = (channel: string, name: string, data?: unknown) =>
  act(() => tab.channels.get(channel)?.emit(name, data));

export async function connect(...channels: string[]): Promise<void> {
  await pass(0);
  act(() => tab.connection.become("connected"));
  for (const channel of channels) say(channel, "pusher:subscription_succeeded");
  await pass(1_000);
  refresh.mockClear();
}
